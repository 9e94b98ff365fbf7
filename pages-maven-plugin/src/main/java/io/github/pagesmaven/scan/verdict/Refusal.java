package io.github.pagesmaven.scan.verdict;

/**
 * Why an interpreter does not compile a file, in its own words.
 *
 * @param kind the class of its exception: {@code SyntaxError}, {@code IndentationError} ...
 * @param message what it says
 * @param line 1-based; 0 when it names none
 * @param column 1-based, in characters; 0 when it names none
 * @param text the line of the source; empty when it shows none
 */
public record Refusal(String kind, String message, int line, int column, String text) {}
