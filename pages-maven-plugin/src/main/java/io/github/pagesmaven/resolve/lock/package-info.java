/**
 * Reads and writes pylock.toml (PEP 751) and knows what a lock depends on: pins and inputs go in, a file comes out, and
 * the other way round.
 */
@NullMarked
package io.github.pagesmaven.resolve.lock;

import org.jspecify.annotations.NullMarked;
