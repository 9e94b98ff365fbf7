package io.github.pagesmaven.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunnerTest {
    private static final String PASSING =
            "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        print('spoken')\n";

    private final Path project;
    private final List<String> output = new ArrayList<>();

    TestRunnerTest(@TempDir Path project) {
        this.project = project;
    }

    @BeforeEach
    void bundle() throws IOException {
        Files.createDirectories(project.resolve("tests"));
        Files.createDirectories(project.resolve("packages"));
        Files.createDirectories(project.resolve("functions"));
    }

    @Test
    void passingTestsLeaveReports() throws IOException {
        write("tests/test_a.py", PASSING);
        TestOutcome outcome = run();
        assertEquals("Python tests: 1, failed: 0, skipped: 0", outcome.summary("tests"));
        assertTrue(outcome.problem("tests", "target").isEmpty());
        assertTrue(Files.exists(project.resolve("reports/TEST-python.test_a.T.xml")));
        assertTrue(output.contains("spoken"), output.toString());
    }

    @Test
    void failuresAreNamedWithTheirReasons() throws IOException {
        write("tests/test_a.py", PASSING + "    def test_b(self): self.assertEqual(1, 2)\n");
        TestOutcome outcome = run();
        assertEquals(List.of("test_a.T.test_b: 1 != 2"), outcome.failed());
        assertEquals(
                """
                PAGES-040 tests  1 of 2 tests failed
                  test_a.T.test_b: 1 != 2
                  fix: mend them, run them alone with mvn pages:test, or pass them over with -DskipTests; \
                reports are in target/surefire-reports""",
                outcome.problem("tests", "target/surefire-reports")
                        .orElseThrow()
                        .text());
    }

    @Test
    void aTestThatEndsTheProcessIsNoSuccess() throws IOException {
        for (int code : List.of(0, 1, 5, 7)) {
            write("tests/test_a.py", PASSING + "import os\nos._exit(" + code + ")\n");
            write("tests/test_b.py", PASSING);
            TestOutcome outcome = run();
            assertTrue(outcome.broken().orElseThrow().contains("exit code " + code));
            assertFalse(outcome.problem("tests", "target").isEmpty());
        }
    }

    @Test
    void aFileWithoutTestsIsTold() throws IOException {
        write("tests/test_a.py", "");
        assertEquals("No Python tests: the test files of tests define none", run().summary("tests"));
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() throws IOException {
        write("reports/TEST-python.old.xml", "<testsuite><testcase classname='a' name='b'/></testsuite>");
        write("reports/TEST-other.xml", "not ours");
        write("tests/test_a.py", PASSING);
        assertEquals(1, run().tests());
        assertTrue(Files.exists(project.resolve("reports/TEST-other.xml")));
    }

    @Test
    void testsSeePackagesFunctionsAndTheProjectFolder() throws IOException {
        write("packages/library.py", "");
        write("functions/answers.py", "");
        write("tests/test_a.py", "import library, answers, os\nassert os.path.isdir('tests')\n" + PASSING);
        assertEquals(List.of(), run().failed());
    }

    @Test
    void manyFailuresAreNotAllNamed() {
        List<String> names =
                Stream.iterate(1, n -> n + 1).limit(25).map(n -> "t" + n).collect(Collectors.toList());
        List<String> details = new TestOutcome(30, 0, names, Optional.empty())
                .problem("tests", "target")
                .orElseThrow()
                .details();
        assertEquals(21, details.size());
        assertEquals("and 5 more", details.get(20));
    }

    private TestOutcome run() {
        Optional<Interpreter> python = new Interpreters(System.getenv(), project)
                .find(Optional.empty(), PythonVersion.parse("3.11").orElseThrow());
        Assumptions.assumeTrue(python.isPresent(), "no Python on this machine");
        return new TestRunner(output::add)
                .run(new TestRequest(
                        project,
                        project.resolve("tests"),
                        project.resolve("reports"),
                        project.resolve("work"),
                        "{}",
                        project.resolve("functions"),
                        project.resolve("packages"),
                        project.resolve("test-packages"),
                        python.get(),
                        TestTool.of(project)));
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
