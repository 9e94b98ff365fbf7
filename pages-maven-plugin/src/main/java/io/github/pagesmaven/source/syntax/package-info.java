/**
 * CPython's grammar for the target's version. Tokens go in; a light tree of {@link
 * io.github.pagesmaven.source.syntax.Stmt} and {@link io.github.pagesmaven.source.syntax.Expr} comes out, or the first
 * mistake where CPython reports it.
 */
@NullMarked
package io.github.pagesmaven.source.syntax;

import org.jspecify.annotations.NullMarked;
