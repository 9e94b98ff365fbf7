package io.github.pagesmaven.install;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final Duration LONG = Sweep.KEPT.plusHours(1);

    private final Path folder;
    private final Path cache;
    private final List<Problem> warnings = new ArrayList<>();

    SweepTest(@TempDir Path folder) {
        this.folder = folder;
        this.cache = folder.resolve("cache");
    }

    @Test
    void whatWasNotUsedForLongGoes() throws IOException {
        Wheel old = used("old");
        Wheel fresh = used("fresh");
        Path bytecode = Files.createDirectories(cache.resolve("bytecode").resolve(old.sha256() + "-cpython-3.11.7"));
        Files.writeString(bytecode.resolve("a.zip"), "compiled");
        setAge(mark(old), LONG);
        sweep();
        assertEquals(Optional.empty(), open().find(old.sha256()));
        assertFalse(Files.exists(unpacked(old)));
        assertFalse(Files.exists(bytecode));
        assertFalse(Files.exists(mark(old)));
        assertTrue(open().find(fresh.sha256()).isPresent());
        assertTrue(Files.exists(unpacked(fresh)));
        assertEquals(0, Folder.size(cache.resolve("tmp")));
    }

    @Test
    void aStagedProjectKeepsItsFilesAndTheNextBuildFillsTheCache() throws IOException {
        Wheel shop = used("shop");
        Path staged = folder.resolve("shop-packages/shop.py");
        assertTrue(Files.isSameFile(staged, unpacked(shop).resolve("tree/shop.py")));
        setAge(mark(shop), LONG);
        sweep();
        assertFalse(Files.exists(unpacked(shop)));
        assertEquals("x = 1\n", Files.readString(staged));
        assertEquals(0, install(shop).unpacked());
        Folder.delete(folder.resolve("shop-packages"));
        assertEquals(1, install(shop).unpacked());
        assertTrue(Files.isSameFile(staged, unpacked(shop).resolve("tree/shop.py")));
    }

    @Test
    void whatIsUsedAgainStays() throws IOException {
        Wheel shop = used("shop");
        setAge(mark(shop), LONG);
        assertTrue(open().find(shop.sha256()).isPresent());
        sweep();
        assertTrue(open().find(shop.sha256()).isPresent());
        assertTrue(Files.exists(unpacked(shop)));
    }

    @Test
    void aMarkIsRenewedOnceADay() throws IOException {
        Wheel shop = used("shop");
        FileTime today = setAge(mark(shop), Duration.ofHours(23));
        open().find(shop.sha256());
        assertEquals(today, Files.getLastModifiedTime(mark(shop)));
    }

    @Test
    void thereIsOneSweepADay() throws IOException {
        Wheel shop = used("shop");
        setAge(mark(shop), LONG);
        setAge(cache.resolve("swept"), Duration.ofHours(23));
        open();
        assertTrue(Files.exists(unpacked(shop)));
        setAge(cache.resolve("swept"), Duration.ofHours(25));
        open();
        assertFalse(Files.exists(unpacked(shop)));
    }

    @Test
    void whatHasNoMarkGetsOne() throws IOException {
        Wheel shop = used("shop");
        Files.delete(mark(shop));
        sweep();
        assertTrue(open().find(shop.sha256()).isPresent());
        setAge(mark(shop), LONG);
        sweep();
        assertFalse(Files.exists(unpacked(shop)));
    }

    @Test
    void aSweepThatDiedIsCompleted() throws IOException {
        Wheel shop = used("shop");
        Files.delete(open().find(shop.sha256()).orElseThrow());
        setAge(mark(shop), LONG);
        sweep();
        assertFalse(Files.exists(unpacked(shop)));
        assertFalse(Files.exists(mark(shop)));
    }

    @Test
    void notesOfProjectsGoWhenTheyAreNotRead() throws IOException {
        Path one = Files.writeString(noteOf("one"), "");
        Path two = Files.writeString(noteOf("two"), "");
        setAge(one, LONG);
        setAge(two, LONG);
        assertEquals(two, open().note("lock", folder.resolve("two")));
        sweep();
        assertFalse(Files.exists(one));
        assertTrue(Files.exists(two));
    }

    @Test
    void aCacheThatCannotBeWrittenIsNotSwept() throws IOException {
        Wheel shop = used("shop");
        setAge(mark(shop), LONG);
        setAge(cache.resolve("swept"), LONG);
        Folder.delete(cache.resolve("tmp"));
        Files.writeString(cache.resolve("tmp"), "in the way, as a read-only folder would be");
        assertTrue(open().find(shop.sha256()).isPresent());
        assertEquals(1, warnings.size());
        assertTrue(Files.exists(unpacked(shop)));
    }

    @Test
    void aBuildThatRunsMeanwhileHasWhatItFound() throws Exception {
        Wheel shop = used("shop");
        WheelCache build = open();
        for (int round = 0; round < 50; round++) {
            if (build.find(shop.sha256()).isEmpty()) {
                build.add(shop.file(), shop.sha256());
                build.find(shop.sha256());
            }
            setAge(mark(shop), LONG);
            setAge(cache.resolve("swept"), LONG);
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Void> sweeping = CompletableFuture.runAsync(() -> {
                await(start);
                open();
            });
            await(start);
            Optional<Path> found = build.find(shop.sha256());
            sweeping.join();
            assertTrue(found.isEmpty() || Files.exists(found.get()), "round " + round);
        }
        assertEquals(List.of(), warnings);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A wheel that some project has installed. */
    private Wheel used(String name) throws IOException {
        Wheel wheel = wheel(name, "1.0").file(name + ".py", "x = 1\n").in(folder.resolve("wheels"));
        open().add(wheel.file(), wheel.sha256());
        assertTrue(open().find(wheel.sha256()).isPresent());
        install(wheel);
        return wheel;
    }

    private InstalledPackages install(Wheel wheel) {
        return Installer.install(new InstallRequest(
                List.of(wheel),
                folder.resolve(wheel.name() + "-packages"),
                folder.resolve(wheel.name() + ".index"),
                false,
                false,
                Optional.of(cache),
                (name, done, total) -> {}));
    }

    private Path noteOf(String project) throws IOException {
        Path note = open().note("lock", folder.resolve(project));
        Files.createDirectories(note.resolveSibling(""));
        return note;
    }

    private void sweep() throws IOException {
        setAge(cache.resolve("swept"), LONG);
        open();
    }

    private WheelCache open() {
        return WheelCache.open(cache, folder.resolve("target/cache"), warnings::add);
    }

    private Path mark(Wheel wheel) {
        return cache.resolve("checked").resolve(wheel.sha256());
    }

    private Path unpacked(Wheel wheel) {
        return cache.resolve("unpacked").resolve(wheel.sha256().substring(0, 2)).resolve(wheel.sha256());
    }

    private static FileTime setAge(Path file, Duration age) throws IOException {
        FileTime time =
                FileTime.from(Instant.ofEpochSecond(Instant.now().minus(age).getEpochSecond()));
        Files.setLastModifiedTime(file, time);
        return time;
    }
}
