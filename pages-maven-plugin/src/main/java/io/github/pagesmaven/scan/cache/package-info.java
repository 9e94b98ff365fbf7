/**
 * Keeps what was learned of each source until the source changes: facts and verdicts go in, the same come out in the
 * next build. A file of another version, another target or with damage counts as none.
 */
@NullMarked
package io.github.pagesmaven.scan.cache;

import org.jspecify.annotations.NullMarked;
