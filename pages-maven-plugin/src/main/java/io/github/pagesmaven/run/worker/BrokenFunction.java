package io.github.pagesmaven.run.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that cannot be imported.
 *
 * @param file the function, from the functions directory
 * @param where {@code file:line} or {@code file:line:column} of the mistake
 * @param error type and message of the exception
 * @param source the lines of source around the mistake, numbered, with a mark below the wrong one
 */
public record BrokenFunction(String file, String where, String error, List<String> source) {
    public BrokenFunction {
        source = List.copyOf(source);
    }

    static BrokenFunction of(JsonNode node) {
        List<String> source = new ArrayList<>();
        node.path("source").forEach(line -> source.add(line.asText()));
        return new BrokenFunction(
                node.path("file").asText(),
                node.path("where").asText(),
                node.path("error").asText(),
                source);
    }
}
