/**
 * The local server: a front that plays the platform's edge, a Python worker behind it, and what joins them. In: a
 * project and a source of bundles; out: answers that always show the last save.
 */
@NullMarked
package io.github.pagesmaven.run;

import org.jspecify.annotations.NullMarked;
