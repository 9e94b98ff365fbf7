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
 * @param bundle a folder with {@code app.py}, its {@code config.json} and the runtime
 * @param functions the user's functions, where they are edited
 * @param packages distributions installed for this machine's interpreter: those of the functions and those of the tests
 * @param interpreter what runs tests and functions
 * @param tool what finds and runs the tests
 */
public record TestRequest(
        Path project,
        Path tests,
        Path reports,
        Path work,
        Path bundle,
        Path functions,
        Path packages,
        Interpreter interpreter,
        TestTool tool) {}
