/**
 * Reads Python: the bytes of one file go in, what the build needs to know of them comes out as a {@link
 * io.github.pagesmaven.source.Source}. Knows no file system, never runs the code and needs no Python.
 */
@NullMarked
package io.github.pagesmaven.source;

import org.jspecify.annotations.NullMarked;
