package io.github.pagesmaven.scan.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFolderTest {
    @Test
    void filesAreSortedByCodePoint(@TempDir Path root) throws IOException {
        write(root, "b.py", "a/z.py", "a.py", "\uff5e.py", "\ud83d\ude00.py", "a/index.html");
        assertEquals(
                List.of("a.py", "a/z.py", "b.py", "\uff5e.py", "\ud83d\ude00.py"),
                list(root).sources().stream().map(FoundFile::path).toList());
        assertEquals(List.of("a/index.html"), list(root).resources());
    }

    @Test
    void someNamesAreLeftOutAtAnyDepth(@TempDir Path root) throws IOException {
        write(
                root,
                "__pycache__/a.py",
                "x/.git/b.py",
                "node_modules/p/z.py",
                "venv/c.py",
                "a/.venv/d.py",
                "scripts/e.py",
                "a/tests/f.py",
                ".pytest_cache/g.py",
                "tests.py",
                "scripts.d/h.py");
        assertEquals(
                List.of("scripts.d/h.py", "tests.py"),
                list(root).sources().stream().map(FoundFile::path).toList());
    }

    @Test
    void globsAreSeenFromTheFolder(@TempDir Path root) throws IOException {
        write(root, "legacy/a.py", "api/legacy/b.py", "api/c_old.py", "api/d.py", "data/big.bin", "e.ipynb");
        FolderListing listing = FunctionFolder.list(root, "f", List.of("legacy/", "**/*_old.py", "data/**", "*.ipynb"));
        assertEquals(
                List.of("api/d.py", "api/legacy/b.py"),
                listing.files().stream().map(FoundFile::path).toList());
    }

    @Test
    void aFolderThatDoesNotExistIsEmpty(@TempDir Path root) {
        assertEquals(new FolderListing(List.of(), List.of()), list(root.resolve("none")));
    }

    @Test
    void linksWithinTheFolderAreFollowed(@TempDir Path root) throws IOException {
        write(root, "api/a.py");
        link(root.resolve("v1"), root.resolve("api"));
        link(root.resolve("b.py"), root.resolve("api/a.py"));
        assertEquals(
                List.of("api/a.py", "b.py", "v1/a.py"),
                list(root).sources().stream().map(FoundFile::path).toList());
        assertEquals(List.of(), list(root).problems());
    }

    @Test
    void linksThatLeaveTheFolderAreRefused(@TempDir Path project) throws IOException {
        Path root = project.resolve("f");
        write(project, "secret.py", "f/a.py", "outside/b.py");
        link(root.resolve("s.py"), project.resolve("secret.py"));
        link(root.resolve("out"), project.resolve("outside"));
        link(root.resolve("up"), root);
        link(root.resolve("gone.py"), root.resolve("nothing"));
        assertEquals(
                List.of(
                        "PAGES-028 f/gone.py  is a symbolic link that leads nowhere",
                        "PAGES-028 f/out  is a symbolic link that leaves f",
                        "PAGES-028 f/s.py  is a symbolic link that leaves f",
                        "PAGES-028 f/up  is a symbolic link that leads back to a folder around it"),
                list(root).problems().stream()
                        .map(problem -> problem.lines().get(0))
                        .sorted()
                        .toList());
        assertEquals(1, list(root).files().size());
    }

    @Test
    void twoLinksThatLeadToEachOtherEnd(@TempDir Path root) throws IOException {
        write(root, "a/x.py", "b/y.py");
        link(root.resolve("a/b"), root.resolve("b"));
        link(root.resolve("b/a"), root.resolve("a"));
        assertEquals(2, list(root).problems().size());
    }

    @Test
    void namesThatJavaCannotReadAreAnErrorOfTheEnvironment() {
        PagesException refused = assertThrows(
                PagesException.class,
                () -> FileNames.check("f", List.of("a.py", "caf\ufffd\ufffd.py"), "ANSI_X3.4-1968"));
        String text = refused.problems().get(0).text();
        assertTrue(text.startsWith("PAGES-025 f  holds names that are not ASCII"), text);
        assertTrue(text.contains("LC_ALL=C.UTF-8"), text);
        assertEquals(List.of(), FileNames.check("f", List.of("a.py"), "ANSI_X3.4-1968"));
        assertEquals(List.of(), FileNames.check("f", List.of("\u4f60.py"), "UTF-8"));
        assertEquals(
                List.of("its name is not UTF-8"),
                FileNames.check("f", List.of("\ufffd.py"), "UTF-8").stream()
                        .map(Problem::what)
                        .toList());
    }

    private static FolderListing list(Path root) {
        return FunctionFolder.list(root, "f", List.of());
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    private static void write(Path root, String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "x = 1\n");
        }
    }
}
