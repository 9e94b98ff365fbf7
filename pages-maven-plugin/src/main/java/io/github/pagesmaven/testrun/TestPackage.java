package io.github.pagesmaven.testrun;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Python package {@code pages_test}, which travels in the plugin's jar. */
final class TestPackage {
    static final List<String> FILES = List.of(
            "__init__.py",
            "__main__.py",
            "cases.py",
            "client.py",
            "discovery.py",
            "report.py",
            "server.py",
            "with_pytest.py");

    private static final String NAME = "pages_test";

    private TestPackage() {}

    /** Writes the package into a folder and returns where it is. */
    static Path unpack(Path folder) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(NAME));
        for (String file : FILES) {
            try (InputStream content =
                    TestPackage.class.getResourceAsStream("/io/github/pagesmaven/python/pages_test/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("the plugin's jar has no pages_test/" + file);
                }
                Files.write(directory.resolve(file), content.readAllBytes());
            }
        }
        return directory;
    }
}
