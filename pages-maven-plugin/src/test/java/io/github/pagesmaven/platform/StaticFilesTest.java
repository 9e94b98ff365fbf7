package io.github.pagesmaven.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    @TempDir
    Path project;

    @Test
    void withoutAFolderThereIsNone() {
        assertEquals(new StaticFiles(Optional.empty(), List.of()), decide(Optional.empty(), EdgeoneJson.NONE));
    }

    @Test
    void publicIsTheUsualFolder() throws IOException {
        Files.createDirectory(project.resolve("public"));
        assertEquals(
                Optional.of(project.resolve("public")),
                decide(Optional.empty(), EdgeoneJson.NONE).directory());
    }

    @Test
    void theParameterBeatsEdgeoneJsonAndThatBeatsPublic() throws IOException {
        for (String name : List.of("public", "dist", "www")) {
            Files.createDirectory(project.resolve(name));
        }
        EdgeoneJson json = named("./dist");
        assertEquals(
                Optional.of(project.resolve("dist")),
                decide(Optional.empty(), json).directory());
        assertEquals(
                Optional.of(project.resolve("www")),
                decide(Optional.of(Path.of("www")), json).directory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dist", "..", ".", "/", "cloud-functions", "cloud-functions/api", "../other"})
    void aFolderThatIsMissingOutsideOrHoldsSourcesIsRefused(String name) throws IOException {
        Files.createDirectories(project.resolve("cloud-functions/api"));
        StaticFiles decision = decide(Optional.empty(), named(name));
        assertEquals(Optional.empty(), decision.directory());
        assertEquals(
                List.of("edgeone.json outputDirectory"),
                decision.problems().stream().map(Problem::where).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, true",
        "a/b.css, true",
        ".well-known/x, true",
        ".env, false",
        "a/.git/config, false",
        "node_modules/x.js, false",
        "a\\b, false",
        "a//b, false"
    })
    void hiddenFilesAreNotPublished(String path, boolean expected) {
        assertEquals(expected, StaticFiles.isPublished(path));
    }

    private EdgeoneJson named(String outputDirectory) throws IOException {
        Files.writeString(project.resolve("edgeone.json"), "{\"outputDirectory\": \"" + outputDirectory + "\"}");
        return EdgeoneJson.read(project);
    }

    private StaticFiles decide(Optional<Path> configured, EdgeoneJson json) {
        return StaticFiles.of(project, Path.of("cloud-functions"), configured, json);
    }
}
