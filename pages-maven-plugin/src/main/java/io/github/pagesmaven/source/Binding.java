package io.github.pagesmaven.source;

/**
 * A name that gets a value.
 *
 * @param name in NFKC
 * @param value what it is bound to
 * @param line 1-based
 * @param column 1-based, in characters
 */
public record Binding(String name, Value value, int line, int column) {}
