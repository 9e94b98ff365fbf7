/**
 * Turns the bytes of a Python file into characters as CPython does. Bytes go in; a {@link
 * io.github.pagesmaven.source.text.SourceText} comes out, or a {@link io.github.pagesmaven.source.text.SyntaxFault}.
 */
@NullMarked
package io.github.pagesmaven.source.text;

import org.jspecify.annotations.NullMarked;
