package io.github.pagesmaven.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
    @TempDir
    Path folder;

    @Test
    void everyFileIsPublishedButHiddenOnes() throws IOException {
        write(
                "index.html",
                "css/a.css",
                ".well-known/security.txt",
                ".env",
                ".git/config",
                "a/.hidden/b",
                "src/app.js");
        assertEquals(List.of(".well-known/security.txt", "css/a.css", "index.html", "src/app.js"), published());
    }

    @Test
    void secretsAreLeftOutAndNamed() throws IOException {
        write("index.html", "prod.env");
        Files.writeString(folder.resolve("key.txt"), "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7yn3bRHQ5FHMQ3\n");
        Assets files = Assets.of(folder);
        assertEquals(List.of("index.html"), paths(files));
        assertEquals(Code.SECRET_LEFT_OUT, files.problems().get(0).code());
        assertEquals(2, files.problems().get(0).details().size());
    }

    @Test
    void linksAreFollowedWithinTheFolderOnly() throws IOException {
        write("public/a/index.html", "outside/secret");
        Path root = folder.resolve("public");
        Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));
        assertEquals(List.of("a/index.html", "b/index.html"), paths(Assets.of(root)));
        Files.createSymbolicLink(root.resolve("c"), folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("d"), folder.resolve("outside/secret"));
        PagesException failure = assertThrows(PagesException.class, () -> Assets.of(root));
        assertEquals(
                List.of("public/c", "public/d"),
                failure.problems().stream()
                        .map(problem -> problem.where())
                        .sorted()
                        .toList());
    }

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "x");
        }
    }

    private List<String> published() {
        return paths(Assets.of(folder));
    }

    private static List<String> paths(Assets files) {
        return files.entries().stream().map(BundleEntry::path).toList();
    }
}
