/**
 * Knows the function tree: a folder goes in, a {@link io.github.pagesmaven.scan.FunctionTree} of sources, resources and
 * problems comes out. Reads each file once: what was learned is kept until the file changes.
 */
@NullMarked
package io.github.pagesmaven.scan;

import org.jspecify.annotations.NullMarked;
