package io.github.pagesmaven.platform;

/**
 * Answers one static path with the file of another.
 *
 * @param index its place in edgeone.json, from 0
 * @param source what it answers
 * @param destination path; {@code :name} and {@code :splat} stand for what the source matched
 */
public record Rewrite(int index, RulePattern source, String destination) {}
