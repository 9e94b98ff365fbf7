/**
 * Starts, feeds and ends child processes; the only package that does.
 * In: an argument list, environment, input; out: exit code and lines, and never an orphan.
 */
@NullMarked
package io.github.pagesmaven.process;

import org.jspecify.annotations.NullMarked;
