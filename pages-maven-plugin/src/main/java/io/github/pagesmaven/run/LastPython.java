package io.github.pagesmaven.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.run.project.LiveBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What ran the functions last time: started at once, it imports the libraries while the sources are read. When they
 * turn out to need something else, it is dropped for that.
 */
final class LastPython {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    LastPython(Path work) {
        this.file = work.resolve("last.json");
    }

    /** Empty when nothing ran yet, or its interpreter is gone. */
    Optional<LiveBundle.Python> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            List<String> preload = new ArrayList<>();
            node.path("preload").forEach(module -> preload.add(module.asText()));
            LiveBundle.Python python = new LiveBundle.Python(
                    Path.of(node.path("executable").asText()),
                    node.path("version").asText(),
                    Path.of(node.path("packages").asText()),
                    node.path("installed").asText(),
                    Set.of(),
                    preload);
            return Optional.of(python).filter(found -> Files.isExecutable(found.executable()));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    void keep(LiveBundle.Python python) throws IOException {
        try {
            Map<String, Object> content = Map.of(
                    "executable", python.executable().toString(),
                    "version", python.version(),
                    "packages", python.packages().toString(),
                    "installed", python.installed(),
                    "preload", python.preload());
            ServedBundle.write(file, JSON.writeValueAsString(content).getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
