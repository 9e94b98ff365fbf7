package io.github.pagesmaven.install;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of packages is the one that pip makes, less its commands and its bookkeeping. */
class PipComparisonTest {
    private static final List<String> BOOKKEEPING = List.of("INSTALLER", "REQUESTED", "direct_url.json", "RECORD");

    @TempDir
    Path folder;

    @Test
    void theTreeIsTheOneOfPip() throws Exception {
        Path wheels = folder.resolve("wheels");
        List<Wheel> all = List.of(
                wheel("ns_a", "1")
                        .file("ns/a.py", "a")
                        .file("ns/data/[id] é.txt", "text")
                        .program("ns/tool.so", "program")
                        .file("ns_a-1.dist-info/licenses/LICENSE", "free")
                        .file("ns_a-1.dist-info/entry_points.txt", "[console_scripts]\nns-a = ns.a:main\n")
                        .in(wheels),
                wheel("ns_b", "2")
                        .file("ns/b.py", "b")
                        .file("ns_b-2.data/purelib/pure/__init__.py", "")
                        .file("ns_b-2.data/platlib/plat.py", "x = 1\n")
                        .file("ns_b-2.data/data/share/ns b/x.txt", "share")
                        .file("ns_b-2.data/data/etc/b.conf", "conf")
                        .file("ns_b-2.data/headers/b.h", "#define B")
                        .file("ns_b-2.data/scripts/run-b", "#!python\nprint()\n")
                        .in(wheels));
        Path expected = folder.resolve("pip");
        pip(expected, wheels);
        Path found = folder.resolve("packages");
        Installer.install(new InstallRequest(all, found, folder.resolve("index"), false, (name, done, total) -> {}));
        assertEquals(tree(expected), tree(found));
    }

    private void pip(Path target, Path wheels) throws Exception {
        Optional<Interpreter> python =
                new Interpreters(System.getenv(), folder).find(Optional.empty(), new PythonVersion(3, 11, 0));
        assumeTrue(python.isPresent() && python.get().pip().isPresent(), "needs a Python with pip");
        List<String> arguments = new ArrayList<>(List.of("-I", "-m", "pip", "install", "--isolated", "--no-index"));
        arguments.addAll(List.of("--no-compile", "--disable-pip-version-check", "--no-warn-script-location"));
        arguments.addAll(List.of("--find-links", wheels.toString(), "--target", target.toString(), "ns_a", "ns_b"));
        Outcome outcome = ChildProcess.run(Command.of(python.get().executable(), arguments));
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
    }

    /** Paths with content, and whether they are programs. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("bin/")
                        && !BOOKKEEPING.contains(file.getFileName().toString())) {
                    tree.put(path, Files.readString(file) + (Files.isExecutable(file) ? " (program)" : ""));
                }
            }
        }
        return tree;
    }
}
