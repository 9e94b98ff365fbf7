/**
 * Runs the project's Python tests.
 * In: the tests, a bundle for this machine's interpreter; out: what became of them, and JUnit XML.
 */
@NullMarked
package io.github.pagesmaven.testrun;

import org.jspecify.annotations.NullMarked;
