package io.github.pagesmaven.testrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.stage.RuntimeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder that tests are started from: the package pages_test, and what serves the functions that they call. */
final class TestFolder {
    private static final String LAUNCHER = "pages_test";

    private TestFolder() {}

    /** Fills the folder and returns what Python is to run. */
    static Path fill(Path folder, String config) throws IOException {
        for (Map.Entry<String, byte[]> file :
                RuntimeFiles.read(List.of("pages_runtime/", LAUNCHER + "/")).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.getValue());
        }
        Files.writeString(folder.resolve("config.json"), config, UTF_8);
        return folder.resolve(LAUNCHER);
    }
}
