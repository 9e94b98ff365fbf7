/**
 * Says what answers requests in a file: sources that were read go in, an {@link
 * io.github.pagesmaven.source.entry.EntryVerdict} comes out. Names of other modules are followed through a lookup.
 */
@NullMarked
package io.github.pagesmaven.source.entry;

import org.jspecify.annotations.NullMarked;
