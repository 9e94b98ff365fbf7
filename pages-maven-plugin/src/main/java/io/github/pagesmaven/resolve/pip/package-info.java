/**
 * Runs pip for the target: requirements go in, exactly one wheel for each distribution comes out, or the evidence of
 * why there is none. Everything that speaks pip's options and pip's report is here.
 */
@NullMarked
package io.github.pagesmaven.resolve.pip;

import org.jspecify.annotations.NullMarked;
