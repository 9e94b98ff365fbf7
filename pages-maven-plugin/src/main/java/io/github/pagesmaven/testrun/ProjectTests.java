package io.github.pagesmaven.testrun;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.HostBundle;
import io.github.pagesmaven.build.PipFolder;
import io.github.pagesmaven.build.Scanned;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tests of a project.
 *
 * @param directory the project's folder
 * @param tests the folder of its tests
 * @param reports where the JUnit XML goes
 * @param work where the plugin keeps its files for the run, {@code target/pages/test}
 */
public record ProjectTests(Path directory, Path tests, Path reports, Path work) {
    /**
     * Installs what is needed and runs them; empty when there is nothing to run, which is told.
     *
     * @param build makes the functions run on this machine
     * @param output takes each line that the tests print, and what else there is to say
     * @throws PagesException PAGES-001 without an interpreter, and for mistakes in functions and requirements
     */
    public Optional<TestOutcome> run(Build build, Consumer<String> output) {
        TestTool tool = TestTool.of(directory);
        if (!tool.findsAny(tests)) {
            output.accept("No Python tests: " + shown(tests) + " has no " + tool.pattern());
            return Optional.empty();
        }
        Scanned scanned = build.read();
        HostBundle bundle = build.host(scanned.tree());
        refuse(scanned.problems(), bundle.problems());
        if (bundle.interpreter().isEmpty()) {
            output.accept("Python tests are not run: there is no function to test");
            return Optional.empty();
        }
        TestOutcome outcome = new TestRunner(output)
                .run(request(scanned, bundle, bundle.interpreter().get(), tool, output));
        output.accept(outcome.summary(shown(tests)));
        return Optional.of(outcome);
    }

    /** What became of them as a problem to tell, if it is one. */
    public Optional<Problem> problem(TestOutcome outcome) {
        return outcome.problem(shown(tests), shown(reports));
    }

    private TestRequest request(
            Scanned scanned, HostBundle bundle, Interpreter interpreter, TestTool tool, Consumer<String> output) {
        Path testPackages = work.resolve("packages");
        Path declared = directory.resolve(TestTool.DEVELOPMENT_REQUIREMENTS);
        if (Files.isRegularFile(declared)) {
            installTools(interpreter, declared, testPackages, output);
        }
        return new TestRequest(
                directory,
                tests,
                reports,
                work,
                scanned.routes().config(),
                scanned.tree().root(),
                bundle.packagesDirectory(),
                testPackages,
                interpreter,
                tool);
    }

    private void installTools(Interpreter interpreter, Path requirements, Path testPackages, Consumer<String> output) {
        String shown = TestTool.DEVELOPMENT_REQUIREMENTS;
        String state = interpreter.executable() + " " + interpreter.version() + "\n" + text(requirements);
        new PipFolder(interpreter.executable(), directory, testPackages)
                .install(
                        shown,
                        List.of("--requirement", requirements.toString()),
                        state,
                        () -> output.accept("Installing " + shown + " for the tests"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.UNRESOLVABLE,
                            TestTool.DEVELOPMENT_REQUIREMENTS,
                            "cannot be read as UTF-8 text: " + e.getMessage(),
                            "make it a readable text file"),
                    e);
        }
    }

    private static void refuse(List<Problem> sources, List<Problem> requirements) {
        List<Problem> errors = new ArrayList<>(sources);
        errors.addAll(requirements);
        errors.removeIf(problem -> !problem.isError());
        if (!errors.isEmpty()) {
            throw PagesException.failure(errors);
        }
    }

    private String shown(Path path) {
        return (path.startsWith(directory) ? directory.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}
