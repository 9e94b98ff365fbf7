/**
 * Finds Python interpreters and asks them who they are.
 * In: what the user configured and what the machine has; out: one interpreter, or a message that says how to get one.
 */
@NullMarked
package io.github.pagesmaven.python;

import org.jspecify.annotations.NullMarked;
