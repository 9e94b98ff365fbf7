/**
 * Writes a bundle as a zip that is the same, byte for byte, wherever it is built.
 * In: named entries on disk or still compressed in wheels; out: one zip, replaced as a whole, and a report of its sizes.
 */
@NullMarked
package io.github.pagesmaven.zip;

import org.jspecify.annotations.NullMarked;
