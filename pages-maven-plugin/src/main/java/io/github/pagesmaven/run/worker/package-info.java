/**
 * Python workers: started, swapped and ended. In: what to serve and when the sources have changed; out: for each
 * request a worker that has read the sources as they stand.
 */
@NullMarked
package io.github.pagesmaven.run.worker;

import org.jspecify.annotations.NullMarked;
