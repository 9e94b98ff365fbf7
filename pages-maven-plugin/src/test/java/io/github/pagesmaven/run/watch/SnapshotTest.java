package io.github.pagesmaven.run.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @TempDir
    Path folder;

    @Test
    void newChangedAndDeletedFilesAreTold() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.py"), "1");
        Path changed = Files.writeString(folder.resolve("changed.py"), "1");
        Path gone = Files.writeString(folder.resolve("gone.py"), "1");
        Snapshot first = look(Snapshot.NOTHING);
        assertEquals(Set.of(kept, changed, gone), first.changedSince(Snapshot.NOTHING));
        Files.writeString(changed, "22");
        Files.delete(gone);
        Path made =
                Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("new.py"), "1");
        Snapshot second = look(first);
        assertEquals(Set.of(changed, gone, made), second.changedSince(first));
        assertEquals(Set.of(), look(second).changedSince(second));
    }

    @Test
    void aWriteWithinTheSameTickOfTheClockIsSeen() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "111");
        FileTime time = Files.getLastModifiedTime(file);
        Snapshot first = look(Snapshot.NOTHING);
        Files.writeString(file, "222");
        Files.setLastModifiedTime(file, time);
        assertEquals(Set.of(file), look(first).changedSince(first));
    }

    @Test
    void editorsTemporaryFilesAndSkippedFoldersAreNotLookedAt() throws Exception {
        for (String name : List.of("a.py~", ".#a.py", "4913", ".a.py.swp", "x.tmp")) {
            Files.writeString(folder.resolve(name), "1");
        }
        Files.writeString(Files.createDirectory(folder.resolve("skipped")).resolve("b.py"), "1");
        assertEquals(Set.of(), look(Snapshot.NOTHING).changedSince(Snapshot.NOTHING));
    }

    @Test
    void aFileThatLostItsContentIsNoticed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "1");
        Snapshot first = look(Snapshot.NOTHING);
        Files.writeString(file, "");
        assertTrue(look(first).hasEmptied(Set.of(file), first));
    }

    @Test
    void holdsUntilSomethingChanges() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "1");
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path beside = Files.createDirectory(folder.resolve("skipped"));
        Path absent = beside.resolve("absent.yaml");
        Path dangling = Files.createSymbolicLink(beside.resolve("link.yaml"), sub.resolve("skipped/target.yaml"));
        Files.createDirectory(sub.resolve("skipped"));
        age(file, sub, beside, folder);
        List<Path> roots = List.of(folder, absent, dangling, folder.resolve("no-folder/absent.yaml"));
        Snapshot first = Snapshot.take(roots, "skipped"::equals, Snapshot.NOTHING);
        assertTrue(first.holds());
        Files.writeString(sub.resolve("b.py"), "1");
        assertFalse(first.holds());
        Files.delete(sub.resolve("b.py"));
        age(sub);
        assertTrue(first.holds());
        for (Path made : List.of(absent, dangling, folder.resolve("no-folder/absent.yaml"))) {
            Files.createDirectories(made.getParent());
            Files.writeString(made, "x");
            age(folder);
            assertFalse(first.holds(), made.toString());
            Files.delete(made.toRealPath());
            age(beside);
            assertTrue(first.holds(), made.toString());
        }
        Files.writeString(file, "2");
        assertFalse(first.holds());
    }

    @Test
    void aFileThatTakesThePlaceOfOneOfTheSameTimeAndSizeIsNoticed() throws Exception {
        Path beside = Files.createDirectory(folder.resolve("skipped"));
        Path file = Files.writeString(folder.resolve("a.py"), "1");
        Path other = Files.writeString(beside.resolve("a.py"), "2");
        age(file, other, folder);
        Snapshot first = look(Snapshot.NOTHING);
        assertTrue(first.holds());
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertFalse(first.holds());
        assertEquals(Set.of(file), look(first).changedSince(first));
    }

    @Test
    void whatWasWrittenJustNowIsLookedAtAgain() throws Exception {
        Files.writeString(folder.resolve("a.py"), "1");
        assertFalse(look(Snapshot.NOTHING).holds());
    }

    private static void age(Path... paths) throws Exception {
        for (Path path : paths) {
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
        }
    }

    private Snapshot look(Snapshot last) {
        return Snapshot.take(List.of(folder), "skipped"::equals, last);
    }
}
