package io.github.pagesmaven.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Interpreters that are shell scripts, so that it is seen how often they are asked. */
@DisabledOnOs(OS.WINDOWS)
class InterpretersTest {
    private static final PythonVersion TARGET = new PythonVersion(3, 10, 0);

    @TempDir
    Path folder;

    private Path project;
    private Path asked;
    private Path pip;

    @BeforeEach
    void prepare() throws IOException {
        project = Files.createDirectory(folder.resolve("project"));
        asked = folder.resolve("asked");
        pip = Files.createDirectory(folder.resolve("pip-24.0.dist-info"));
        program("python3", "3.10.4", "24.0\\n" + pip);
    }

    private void program(String name, String version, String rest) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve(name);
        String text = "#!/bin/sh\necho x >> " + asked + "\nprintf '" + program + "\\n" + version
                + "\\ncpython\\nlinux\\nX86_64\\nglibc 2.36\\n" + rest + "\\n'\n";
        Files.writeString(program, text);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Interpreter find() {
        Map<String, String> environment = Map.of("PATH", folder.resolve("bin").toString());
        Path memory = project.resolve("target/pages/interpreters.txt");
        return new Interpreters(environment, project, Optional.of(memory)).require(Optional.empty(), TARGET);
    }

    private long questions() throws IOException {
        return Files.readAllLines(asked).size();
    }

    @Test
    void anInterpreterSaysWhatItIsAndWhereItRuns() {
        Interpreter found = find();
        assertEquals("3.10.4", found.version().toString());
        assertEquals(Optional.of("24.0"), found.pip());
        assertEquals(new Host("linux", "x86_64", 36), found.host());
    }

    @Test
    void whatHasNotChangedIsAskedOnce() throws Exception {
        Interpreter first = find();
        assertEquals(first, find());
        assertEquals(1, questions());
    }

    @Test
    void anotherPipAnotherProgramOrAnotherChoiceIsAskedFor() throws Exception {
        find();
        Files.delete(pip);
        find();
        assertEquals(2, questions());
        program("python3", "3.10.12", "24.0\\n" + pip);
        assertEquals("3.10.12", find().version().toString());
        assertEquals(3, questions());
        Files.writeString(project.resolve(".python-version"), "3.10\n");
        find();
        assertEquals(4, questions());
    }

    @Test
    void withoutPipItIsAskedAgain() throws Exception {
        program("python3", "3.10.4", "");
        assertTrue(find().pip().isEmpty());
        find();
        assertEquals(2, questions());
    }

    @Test
    void whatDidNotStartIsAskedAgainBeforeTheBuildFails() throws Exception {
        Path program = folder.resolve("bin/python3");
        String text = Files.readString(program);
        Path missing = folder.resolve("library");
        Files.writeString(program, text.replace("echo x", "[ -e " + missing + " ] || exit 127\necho x"));
        assertThrows(PagesException.class, this::find);
        Files.createFile(missing);
        assertEquals("3.10.4", find().version().toString());
        find();
        assertEquals(1, questions());
    }

    @Test
    void oneOfTheTargetsVersionIsPreferredAndWhatIsNoneIsKeptAsNone() throws Exception {
        program("python3.10", "2.7.18", "24.0\\n" + pip);
        program("python", "3.10.9", "24.0\\n" + pip);
        program("python3", "3.12.1", "24.0\\n" + pip);
        assertEquals("3.10.9", find().version().toString());
        find();
        assertEquals(3, questions());
    }
}
