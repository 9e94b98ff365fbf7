package io.github.pagesmaven.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelCacheTest {
    private final Path folder;

    WheelCacheTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final List<Problem> warnings = new ArrayList<>();

    @Test
    void whatWasAddedIsFound() throws IOException {
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        String hash = Sha256.of(wheel);
        assertEquals(Optional.empty(), open().find(hash));
        Path kept = open().add(wheel, hash);
        assertEquals(Optional.of(kept), open().find(hash));
        assertEquals("wheel", Files.readString(kept));
        assertEquals(List.of(), warnings);
    }

    @Test
    void otherBytesAreNotKept() throws IOException {
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        String other = "0".repeat(64);
        assertThrows(IOException.class, () -> open().add(wheel, other));
        assertEquals(Optional.empty(), open().find(other));
        assertEquals(0, Folder.size(folder.resolve("cache/tmp")));
    }

    @Test
    void aDamagedWheelIsNotFoundAndReplaced() throws IOException {
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        String hash = Sha256.of(wheel);
        Path kept = open().add(wheel, hash);
        Files.writeString(kept, "whee1");
        assertEquals(Optional.empty(), open().find(hash));
        open().add(wheel, hash);
        assertEquals(Optional.of(kept), open().find(hash));
    }

    @Test
    void aHashIsNeverAPath() {
        assertThrows(IllegalArgumentException.class, () -> open().find("../../etc/passwd"));
    }

    @Test
    void withoutACacheABuildGoesOn() throws IOException {
        Path blocked = Files.writeString(folder.resolve("cache"), "a file");
        WheelCache cache = open();
        assertEquals(1, warnings.size());
        assertTrue(
                warnings.get(0).text().startsWith("PAGES-027 <cacheDirectory>  wheels cannot be kept in " + blocked));
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        Path kept = cache.add(wheel, Sha256.of(wheel));
        assertTrue(kept.startsWith(folder.resolve("target")));
        assertEquals(Optional.of(kept), cache.find(Sha256.of(wheel)));
    }

    @Test
    void aReadOnlyCacheIsStillRead() throws IOException {
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        Path kept = open().add(wheel, Sha256.of(wheel));
        Folder.delete(folder.resolve("cache/tmp"));
        Files.writeString(folder.resolve("cache/tmp"), "in the way, as a read-only folder would be");
        WheelCache cache = open();
        assertEquals(1, warnings.size());
        assertEquals(Optional.of(kept), cache.find(Sha256.of(wheel)));
    }

    @Test
    void leftOversAreSweptAfterADay() throws IOException {
        open();
        Path temporary = folder.resolve("cache/tmp");
        Path old = Files.createDirectories(temporary.resolve("old.part/deep"));
        Files.writeString(old.resolve("a"), "");
        Path fresh = Files.writeString(temporary.resolve("fresh.part"), "");
        Files.setLastModifiedTime(
                temporary.resolve("old.part"), FileTime.from(Instant.now().minusSeconds(25 * 3600)));
        open();
        assertFalse(Files.exists(temporary.resolve("old.part")));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void cleaningLeavesFilesOfOthers() throws IOException {
        Path wheel = Files.writeString(folder.resolve("a.whl"), "wheel");
        open().add(wheel, Sha256.of(wheel));
        Path other = Files.writeString(folder.resolve("cache/photo.jpg"), "");
        assertEquals(5, WheelCache.clean(folder.resolve("cache")));
        assertEquals(Optional.empty(), open().find(Sha256.of(wheel)));
        assertTrue(Files.exists(other));
        assertEquals(0, WheelCache.clean(folder.resolve("nowhere")));
    }

    @Test
    void theFolderIsTheOneThatTheSystemKnows() {
        Path home = folder.resolve("home");
        Path xdg = folder.resolve("xdg");
        assertEquals(home.resolve(".cache/pages-maven-plugin"), CacheDirectory.of(Map.of(), "Linux", home));
        assertEquals(
                xdg.resolve("pages-maven-plugin"),
                CacheDirectory.of(Map.of("XDG_CACHE_HOME", xdg.toString()), "Linux", home));
        assertEquals(
                home.resolve(".cache/pages-maven-plugin"),
                CacheDirectory.of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", home));
        assertEquals(home.resolve("Library/Caches/pages-maven-plugin"), CacheDirectory.of(Map.of(), "Mac OS X", home));
        assertEquals(
                xdg.resolve("pages-maven-plugin"),
                CacheDirectory.of(Map.of("LOCALAPPDATA", xdg.toString()), "Windows 11", home));
    }

    private WheelCache open() {
        return WheelCache.open(folder.resolve("cache"), folder.resolve("target/cache"), warnings::add);
    }
}
