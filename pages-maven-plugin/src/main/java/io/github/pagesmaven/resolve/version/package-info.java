/**
 * Compares versions as PEP 440 says: texts go in, an order and yes or no come out.
 */
@NullMarked
package io.github.pagesmaven.resolve.version;

import org.jspecify.annotations.NullMarked;
