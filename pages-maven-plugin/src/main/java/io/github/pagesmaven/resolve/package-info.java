/**
 * Decides which wheels are installed: merged requirements and the target go in, exactly one wheel in the wheel store for
 * each distribution comes out. What was decided is kept in a pylock.toml (PEP 751).
 */
@NullMarked
package io.github.pagesmaven.resolve;

import org.jspecify.annotations.NullMarked;
