package io.github.pagesmaven.run.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {
    @TempDir
    Path project;

    @Test
    void quotesCommentsAndExportsAreRead() throws Exception {
        Files.writeString(
                project.resolve(".env"),
                """
                # comment
                A=1
                 export B = two words # comment
                C='#x "y"'
                D="line\\nbreak \\"q\\"" # comment
                E=a#b
                F=
                not a line
                """);
        assertEquals(
                Map.of("A", "1", "B", "two words", "C", "#x \"y\"", "D", "line\nbreak \"q\"", "E", "a#b", "F", ""),
                DotEnv.read(project, Map.of()).variables());
    }

    @Test
    void localBeatsEnvAndTheEnvironmentBeatsBothAndValuesAreNotShown() throws Exception {
        Files.writeString(project.resolve(".env"), "KEY=1\nOTHER=1\nPATH=x\n");
        Files.writeString(project.resolve(".env.local"), "KEY=2\n");
        DotEnv read = DotEnv.read(project, Map.of("PATH", "/bin"));
        assertEquals(Map.of("KEY", "2", "OTHER", "1"), read.variables());
        assertEquals(List.of(".env", ".env.local"), read.files());
        assertEquals(".env, .env.local (KEY=****, OTHER=****)", read.shown());
    }
}
