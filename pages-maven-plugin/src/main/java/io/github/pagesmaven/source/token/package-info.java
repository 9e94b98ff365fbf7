/**
 * Splits characters into tokens as CPython's tokenizer does for the target's version. A {@link
 * io.github.pagesmaven.source.text.SourceText} goes in; {@link io.github.pagesmaven.source.token.Tokens} are read on
 * demand, so that a mistake further down is not seen before the parser gets there.
 */
@NullMarked
package io.github.pagesmaven.source.token;

import org.jspecify.annotations.NullMarked;
