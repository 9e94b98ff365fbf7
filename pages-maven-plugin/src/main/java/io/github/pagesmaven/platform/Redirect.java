package io.github.pagesmaven.platform;

/**
 * Sends a client elsewhere.
 *
 * @param index its place in edgeone.json, from 0, as messages name it: {@code redirects[0]}
 * @param source what it answers
 * @param destination path or URL; {@code :name} and {@code :splat} stand for what the source matched
 * @param statusCode one of 301, 302, 303, 304, 307, 308
 */
public record Redirect(int index, RulePattern source, String destination, int statusCode) {}
