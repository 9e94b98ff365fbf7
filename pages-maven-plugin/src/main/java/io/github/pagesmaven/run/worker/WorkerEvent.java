package io.github.pagesmaven.run.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.json.JsonTree;
import java.util.Optional;

/**
 * What a Python process of ours tells on its private channel, one JSON object per line.
 *
 * @param name {@code warm}, {@code ready}, {@code failed}, {@code exited} or {@code broken}
 * @param generation of the worker that it is about; 0 for {@code warm}
 * @param content the whole object
 */
record WorkerEvent(String name, int generation, JsonNode content) {
    /** Reads one line; empty when it is none of ours. */
    static Optional<WorkerEvent> parse(String line) {
        try {
            JsonNode node = JsonTree.read(line);
            return node.has("event")
                    ? Optional.of(new WorkerEvent(
                            node.path("event").asText(), node.path("generation").asInt(), node))
                    : Optional.empty();
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    int number(String field) {
        return content.path(field).asInt();
    }

    String text(String field) {
        return content.path(field).asText();
    }
}
