package io.github.pagesmaven.testrun;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the tests of a project in a Python process of their own. */
public final class TestRunner {
    // Without site-packages: what tests and functions import must be declared, or it is missing where it is deployed.
    private static final List<String> ISOLATED = List.of("-I", "-S", "-B", "-X", "utf8");

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NO_TESTS = 5;

    private final Consumer<String> output;

    /** @param output takes each line that the tests print, when they print it */
    public TestRunner(Consumer<String> output) {
        this.output = output;
    }

    /**
     * Runs the tests and reads their reports.
     *
     * @throws PagesException when Python cannot be started or the reports cannot be written
     */
    public TestOutcome run(TestRequest request) {
        try {
            JUnitReports.remove(request.reports());
            Files.createDirectories(request.work());
            Files.deleteIfExists(end(request));
            Outcome outcome = ChildProcess.run(command(request), output);
            return judge(request, outcome.exitCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PagesException.error(unusable(request, "interrupted"), e);
        } catch (IOException e) {
            throw PagesException.error(unusable(request, String.valueOf(e.getMessage())), e);
        }
    }

    private static Command command(TestRequest request) throws IOException {
        List<String> arguments = new ArrayList<>(ISOLATED);
        arguments.add(TestFolder.fill(request.work(), request.config()).toString());
        arguments.add(request.tool().word());
        arguments.add(request.tests().toString());
        arguments.add(request.reports().toString());
        arguments.add(request.work().resolve("cache").toString());
        arguments.add(end(request).toString());
        arguments.add(request.packages().toString());
        arguments.add(request.testPackages().toString());
        arguments.add(request.functions().toString());
        return Command.of(request.interpreter().executable(), arguments)
                .with("PAGES_TEST_BUNDLE", request.work().toString())
                .with("PAGES_PACKAGES", request.packages().toString())
                .with("PAGES_FUNCTIONS", request.functions().toString())
                .in(request.project());
    }

    /** What the run writes last: its exit code. */
    private static Path end(TestRequest request) {
        return request.work().resolve("exit-code.txt");
    }

    /** Without its last word the process was ended by a test, a crash or a signal. */
    private static TestOutcome judge(TestRequest request, int exitCode) throws IOException {
        TestOutcome reported = JUnitReports.read(request.reports());
        Path end = end(request);
        boolean ended =
                Files.isRegularFile(end) && Files.readString(end).strip().equals("" + exitCode);
        boolean told = exitCode == FAILED ? !reported.failed().isEmpty() : exitCode == PASSED || exitCode == NO_TESTS;
        return ended && told
                ? reported
                : reported.brokenBy("the tests did not come to their end: Python ended with exit code " + exitCode);
    }

    private static Problem unusable(TestRequest request, String reason) {
        Path python = request.interpreter().executable();
        return Problem.error(
                Code.TESTS_FAILED,
                "",
                "the Python tests cannot be run",
                "mvn -e pages:test shows more",
                reason,
                "Python: " + python);
    }
}
