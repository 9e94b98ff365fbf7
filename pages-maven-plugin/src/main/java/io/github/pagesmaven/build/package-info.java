/**
 * The conveyor: runs the stages in their order and tells what each has done.
 * In: a request with every decision made; out: files below target/, a report of each stage, problems.
 */
@NullMarked
package io.github.pagesmaven.build;

import org.jspecify.annotations.NullMarked;
