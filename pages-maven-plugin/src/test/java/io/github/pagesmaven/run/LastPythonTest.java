package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.run.project.LiveBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastPythonTest {
    @TempDir
    Path folder;

    @Test
    void whatRanIsKnownWhileItsPackagesStand() throws IOException {
        Path packages = Files.createDirectory(folder.resolve("packages"));
        LastPython last = new LastPython(folder);
        assertEquals(Optional.empty(), last.read());
        last.keep(python("a hash"));
        assertEquals(Optional.of(python("a hash")), last.read());
        Files.delete(packages);
        assertEquals(Optional.empty(), last.read());
    }

    @Test
    void whatNeedsNoPackagesNeedsNoFolder() throws IOException {
        LastPython last = new LastPython(folder);
        last.keep(python(""));
        assertEquals(Optional.of(python("")), last.read());
    }

    private LiveBundle.Python python(String installed) {
        Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
        return new LiveBundle.Python(
                java, "3.11.7", folder.resolve("packages"), installed, 0, Set.of(), List.of("json", "typing"));
    }
}
