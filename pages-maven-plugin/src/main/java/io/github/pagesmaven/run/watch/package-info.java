/**
 * Sees what has changed on disk. In: folders and files; out: for each look, the paths that differ from the last one,
 * and a wake-up when the system reports a change.
 */
@NullMarked
package io.github.pagesmaven.run.watch;

import org.jspecify.annotations.NullMarked;
