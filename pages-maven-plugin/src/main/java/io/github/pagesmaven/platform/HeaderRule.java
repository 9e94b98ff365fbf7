package io.github.pagesmaven.platform;

import java.util.List;

/**
 * Sets response headers.
 *
 * @param index its place in edgeone.json, from 0
 * @param source the paths that it holds for
 * @param headers what is set, in order
 */
public record HeaderRule(int index, RulePattern source, List<Header> headers) {
    public HeaderRule {
        headers = List.copyOf(headers);
    }

    /**
     * One header.
     *
     * @param name letters, digits and hyphens
     * @param value without line breaks
     */
    public record Header(String name, String value) {}
}
