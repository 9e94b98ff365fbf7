package io.github.pagesmaven.install;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All that holds for an installation holds for one whose files are links into the cache; and what links bring. */
class LinkedInstallerTest extends InstallerTest {
    private final Path folder;

    LinkedInstallerTest(@TempDir Path folder, @TempDir Path other) {
        super(other);
        this.folder = folder;
    }

    @Override
    Optional<Path> cache(Path directory) {
        return Optional.of(directory.resolve("cache"));
    }

    @Test
    void aSecondProjectNeedsNoWheel() throws IOException {
        Wheel shop = shop();
        install("one", shop);
        Files.delete(shop.file());
        install("two", shop);
        assertTrue(Files.isSameFile(file("one"), file("two")));
        assertEquals(List.of(), unfinished());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatProjectsShareIsReadOnly() throws IOException {
        install("one", shop());
        assertEquals("r--", permissions(file("one")));
        assertEquals("r-x", permissions(folder.resolve("one/shop/run")));
        assertEquals("rw-", permissions(Files.createFile(folder.resolve("one/shop/new"))));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .substring(0, 3);
    }

    @Test
    void aFileThatWasEditedInOneProjectIsRightAgainInAll() throws IOException {
        Wheel shop = shop();
        install("one", shop);
        install("two", shop);
        assertTrue(file("one").toFile().setWritable(true));
        Files.writeString(file("one"), "x = 2\n");
        Files.setLastModifiedTime(file("one"), FileTime.fromMillis(0));
        install("three", shop);
        install("two", shop);
        install("one", shop);
        for (String project : List.of("one", "two", "three")) {
            assertEquals("x = 1\n", Files.readString(file(project)), project);
        }
    }

    @Test
    void halfATreeIsUnpackedAnew() throws IOException {
        Wheel shop = shop();
        install("one", shop);
        Path shared = shared();
        Files.delete(shared.resolve("tree/shop/__init__.py"));
        install("two", shop);
        assertEquals("x = 1\n", Files.readString(file("two")));
        Files.writeString(shared.resolve("index"), "pages-packages");
        install("three", shop);
        assertEquals("x = 1\n", Files.readString(file("three")));
        assertEquals(List.of(), unfinished());
    }

    @Test
    void twoBuildsThatUnpackAtOnceShareOneTree() throws Exception {
        for (int round = 0; round < 20; round++) {
            Folder.delete(folder.resolve("cache/unpacked"));
            Wheel shop = shop();
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> installAt(start, "two", shop));
            installAt(start, "one", shop);
            other.join();
            assertTrue(Files.isSameFile(file("one"), file("two")), "round " + round);
            Folder.delete(folder.resolve("one"));
            Folder.delete(folder.resolve("two"));
        }
        assertEquals(List.of(), unfinished());
    }

    private void installAt(CyclicBarrier start, String project, Wheel wheel) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        install(project, wheel);
    }

    @Test
    void whereNothingCanBeLinkedFilesAreWritten() throws IOException {
        Files.writeString(folder.resolve("cache"), "no folder");
        install("one", shop());
        assertEquals("x = 1\n", Files.readString(file("one")));
        assertTrue(Files.isWritable(file("one")));
    }

    @Test
    void whatIsSlimmedIsNotShared() throws IOException {
        Wheel shop = shop();
        Installer.install(request("one", true, shop));
        assertFalse(Files.exists(folder.resolve("cache/unpacked")));
    }

    private Wheel shop() throws IOException {
        return wheel("shop", "1.0")
                .file("shop/__init__.py", "x = 1\n")
                .program("shop/run", "#!/bin/sh\n")
                .in(folder.resolve("wheels"));
    }

    private void install(String project, Wheel... chosen) {
        Installer.install(request(project, false, chosen));
    }

    private InstallRequest request(String project, boolean slim, Wheel... chosen) {
        return new InstallRequest(
                List.of(chosen),
                folder.resolve(project),
                folder.resolve(project + ".index"),
                slim,
                true,
                cache(folder),
                (name, done, total) -> {});
    }

    private Path file(String project) {
        return folder.resolve(project).resolve("shop/__init__.py");
    }

    private Path shared() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache/unpacked"), 2)) {
            return files.filter(path -> path.getFileName().toString().length() == 64)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/tmp"))) {
            return files.toList();
        }
    }
}
