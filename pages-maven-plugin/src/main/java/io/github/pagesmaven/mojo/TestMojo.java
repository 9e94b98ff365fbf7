package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.testrun.ProjectTests;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the project's Python tests: <code>unittest</code>, or <code>pytest</code> where requirements-dev.txt declares
 * it. Tests call functions over HTTP with <code>from pages_test import call</code>. Leaves JUnit XML in
 * <code>target/surefire-reports</code>.
 *
 * @since 1.0.0
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.test.skip")
    @Nullable
    Boolean skipTest;

    /**
     * The folder of the Python tests, seen from the project folder. Default: <code>tests</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.testsDirectory")
    @Nullable
    File testsDirectory;

    /**
     * Leaves the tests out, as it does for Java. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "skipTests")
    @Nullable
    Boolean skipTests;

    /**
     * Leaves the tests out, as it does for Java. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "maven.test.skip")
    @Nullable
    Boolean mavenTestSkip;

    /**
     * Goes on when tests fail; they are told as a warning. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "maven.test.failure.ignore")
    @Nullable
    Boolean testFailureIgnore;

    @Override
    void work(Build build, Values values) {
        boolean skipped = values.flag("skipTests", skipTests) || values.flag("mavenTestSkip", mavenTestSkip);
        boolean ignored = values.flag("testFailureIgnore", testFailureIgnore);
        values.judge();
        if (skipped) {
            getLog().info("Python tests are skipped");
            return;
        }
        Path target = Path.of(project.getBuild().getDirectory());
        ProjectTests tests = new ProjectTests(
                projectDirectory(),
                values.path("testsDirectory", testsDirectory),
                target.resolve("surefire-reports"),
                target.resolve("pages").resolve("test"));
        try {
            tests.run(build, getLog()::info).flatMap(tests::problem).ifPresent(problem -> judge(problem, ignored));
        } catch (PagesException e) {
            passOver(e, values);
        }
    }

    /** Without any Python tests cannot be run, and a project of handlers can be packaged all the same. */
    private void passOver(PagesException e, Values values) {
        boolean missing = e.problems().stream().allMatch(problem -> problem.code() == Code.PYTHON_MISSING);
        if (!missing || values.optional("python", python).isPresent()) {
            throw e;
        }
        getLog().warn("The Python tests are not run:");
        e.problems().forEach(this::warn);
    }

    private void judge(Problem problem, boolean ignored) {
        if (!ignored) {
            throw PagesException.failure(problem);
        }
        warn(problem);
    }

    private void warn(Problem problem) {
        problem.lines().forEach(getLog()::warn);
    }

    @Override
    String goal() {
        return "test";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipTest;
    }
}
