/**
 * What went wrong, where, why and how to mend it.
 * In: facts found by any other package; out: text with a stable code, and the one exception that carries it.
 */
@NullMarked
package io.github.pagesmaven.problem;

import org.jspecify.annotations.NullMarked;
