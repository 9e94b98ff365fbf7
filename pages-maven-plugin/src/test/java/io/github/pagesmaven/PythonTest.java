package io.github.pagesmaven;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the Python tests on one interpreter of every version that is found on the search path. */
class PythonTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TestFactory
    Stream<DynamicTest> thePythonTestsPassOn() {
        Map<String, Path> interpreters = interpreters();
        assumeFalse(interpreters.isEmpty(), "no Python is on the search path");
        return interpreters.entrySet().stream()
                .map(entry -> dynamicTest("Python " + entry.getKey(), () -> run(entry.getValue())));
    }

    private static void run(Path python) throws Exception {
        List<String> arguments =
                List.of("-X", "dev", "-W", "error", "-m", "unittest", "discover", "-s", "src/test/python");
        Command command = Command.of(python, arguments)
                .with("PYTHONPATH", Path.of("src/main/python").toAbsolutePath().toString())
                .with("PIP_RETRIES", "0")
                .in(Path.of("").toAbsolutePath())
                .within(LIMIT);
        Outcome outcome = ChildProcess.run(command);
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
    }

    /** Returns the found interpreters by their minor versions, in order. */
    private static Map<String, Path> interpreters() {
        Interpreters asking = new Interpreters(System.getenv(), Path.of(""));
        Map<String, Path> found = new TreeMap<>();
        for (Path program : programs()) {
            for (Interpreter interpreter : asking.ask(program).stream().toList()) {
                int minor = interpreter.version().minor();
                if (interpreter.version().major() == 3 && minor >= 8) {
                    found.putIfAbsent(String.format("3.%02d", minor), interpreter.executable());
                }
            }
        }
        return found;
    }

    private static List<Path> programs() {
        List<String> names = new ArrayList<>(List.of("python3", "python"));
        IntStream.range(8, 20).mapToObj(minor -> "python3." + minor).forEach(names::add);
        String path = System.getenv().getOrDefault("PATH", "");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
    }
}
