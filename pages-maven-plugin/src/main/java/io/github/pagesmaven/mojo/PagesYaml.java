package io.github.pagesmaven.mojo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.NearestName;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of {@code pages.yaml}, by their dotted names ({@code run: {port: 9000}} is {@code run.port}). */
final class PagesYaml {
    /** The name of the file in the project folder. */
    static final String FILE = "pages.yaml";

    /** What reads the file; made only where there is one. */
    private static final class Yaml {
        /** Keeps {@code 3.10} and {@code off} what they are: YAML 1.1 reads 3.1 and false. */
        private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private final Map<String, JsonNode> values = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final byte[] content;

    private PagesYaml(byte[] content) {
        this.content = content;
    }

    /**
     * Reads the file of a project; a missing file has no values.
     *
     * @throws PagesException PAGES-022 for text that is no YAML and for unknown keys, all at once
     */
    static PagesYaml read(Path projectDirectory) {
        Path file = projectDirectory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new PagesYaml(new byte[0]);
        }
        try {
            return of(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw PagesException.failure(notYaml(e));
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(Code.INVALID_CONFIGURATION, FILE, "cannot be read", "make it readable"), e);
        }
    }

    private static PagesYaml of(byte[] content) throws IOException {
        PagesYaml yaml = new PagesYaml(content);
        JsonNode root = Yaml.MAPPER.readTree(content);
        if (root.isObject()) {
            yaml.collect("", root);
        } else if (!root.isMissingNode() && !root.isNull()) {
            throw PagesException.failure(Problem.error(
                    Code.INVALID_CONFIGURATION, FILE, "is no map of parameters", "write 'name: value' lines"));
        }
        if (!yaml.unknown.isEmpty()) {
            throw PagesException.failure(
                    yaml.unknown.stream().map(yaml::unknown).toList());
        }
        return yaml;
    }

    private void collect(String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = prefix + field.getKey();
            if (Parameters.DEFAULTS.containsKey(name)) {
                values.put(name, field.getValue());
            } else if (field.getValue().isObject() && isGoal(name)) {
                collect(name + ".", field.getValue());
            } else {
                unknown.add(name);
            }
        }
    }

    private static boolean isGoal(String name) {
        return Parameters.DEFAULTS.keySet().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** The value of a parameter; missing when the file does not name it. */
    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(node -> !(node instanceof MissingNode) && !node.isNull());
    }

    /** Where a key of the file stands: {@code pages.yaml:line:column}. */
    String place(String name) {
        try {
            String place = YamlPlaces.of(Yaml.MAPPER, content).get(name);
            return place == null ? FILE : FILE + ":" + place;
        } catch (IOException e) {
            throw new IllegalStateException("the file was read before", e);
        }
    }

    private static Problem notYaml(JsonProcessingException e) {
        String where = e.getLocation() == null ? FILE : FILE + ":" + YamlPlaces.text(e.getLocation());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        return Problem.error(Code.INVALID_CONFIGURATION, where, "is no YAML", "correct the line", reason);
    }

    private Problem unknown(String name) {
        return Problem.error(
                Code.INVALID_CONFIGURATION,
                place(name),
                "there is no parameter '" + name + "'",
                "the nearest is '"
                        + NearestName.atAnyDistance(name, Parameters.DEFAULTS.keySet())
                                .orElseThrow()
                        + "'; mvn pages:help -Ddetail lists all");
    }
}
