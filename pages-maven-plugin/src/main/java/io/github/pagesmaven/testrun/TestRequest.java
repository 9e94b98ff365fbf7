package io.github.pagesmaven.testrun;

import io.github.pagesmaven.python.Interpreter;
import java.nio.file.Path;

/**
 * What a test run needs to know.
 *
 * @param project the project's folder, the working directory of the tests
 * @param tests the folder of the tests
 * @param reports where the JUnit XML goes, {@code target/surefire-reports}
 * @param work where the plugin keeps its own files for the run, {@code target/pages/test}
 * @param bundle a bundle that this machine's interpreter can serve: {@code app.py} and what it needs, {@code functions}
 *     and {@code packages} included
 * @param interpreter what runs tests and functions
 * @param tool what finds and runs the tests
 */
public record TestRequest(
        Path project, Path tests, Path reports, Path work, Path bundle, Interpreter interpreter, TestTool tool) {}
