/**
 * Knows wheels: their names, what they fit, what they provide. In: file names and files; out: values and yes or no.
 */
@NullMarked
package io.github.pagesmaven.resolve.wheel;

import org.jspecify.annotations.NullMarked;
