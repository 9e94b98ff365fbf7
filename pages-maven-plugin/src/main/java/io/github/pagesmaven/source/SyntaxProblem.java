package io.github.pagesmaven.source;

/**
 * The first mistake for which a file is refused, as CPython would report it.
 *
 * @param message in CPython's words where they are known
 * @param line 1-based
 * @param column 1-based, in characters (code points)
 */
public record SyntaxProblem(String message, int line, int column) {}
