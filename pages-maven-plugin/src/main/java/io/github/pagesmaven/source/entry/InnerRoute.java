package io.github.pagesmaven.source.entry;

/**
 * A route of the framework's own, as far as it is literal.
 *
 * @param method an HTTP method, or {@code *} for all
 * @param pattern in the framework's own notation
 */
public record InnerRoute(String method, String pattern) {}
