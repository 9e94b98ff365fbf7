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
 * @param config content of the bundle's config.json, so that tests can call the functions
 * @param functions the user's functions, where they are edited
 * @param packages distributions that the functions need, installed for the interpreter
 * @param testPackages distributions that the tests need beside them; need not exist
 * @param interpreter what runs tests and functions
 * @param tool what finds and runs the tests
 */
public record TestRequest(
        Path project,
        Path tests,
        Path reports,
        Path work,
        String config,
        Path functions,
        Path packages,
        Path testPackages,
        Interpreter interpreter,
        TestTool tool) {}
