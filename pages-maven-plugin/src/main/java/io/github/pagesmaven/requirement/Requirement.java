package io.github.pagesmaven.requirement;

import java.util.List;

/**
 * A distribution that is added to what the user declares.
 *
 * @param name its PEP 503 name; never with a version, so that it cannot disturb what the user declares
 * @param origins who asked for it, in the order of the files
 */
public record Requirement(String name, List<Origin> origins) {
    public Requirement {
        origins = List.copyOf(origins);
    }
}
