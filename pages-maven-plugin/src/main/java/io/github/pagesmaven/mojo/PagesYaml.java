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
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The parameters of {@code pages.yaml}, by their dotted names ({@code run: {port: 9000}} is {@code run.port}). */
final class PagesYaml {
    /** The name of the file in the project folder. */
    static final String FILE = "pages.yaml";

    /** Keeps {@code 3.10} and {@code off} what they are: YAML 1.1 reads 3.1 and false. */
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<String, JsonNode> values;

    private PagesYaml(Map<String, JsonNode> values) {
        this.values = values;
    }

    /**
     * Reads the file of a project; a missing file has no values.
     *
     * @throws PagesException PAGES-022 for text that is no YAML and for unknown keys, all at once
     */
    static PagesYaml read(Path projectDirectory) {
        Path file = projectDirectory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new PagesYaml(Map.of());
        }
        try {
            return of(YAML.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw PagesException.failure(notYaml(e));
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(Code.INVALID_CONFIGURATION, FILE, "cannot be read", "make it readable"), e);
        }
    }

    private static PagesYaml of(JsonNode root) {
        Map<String, JsonNode> values = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        if (root.isObject()) {
            collect("", root, values, problems);
        } else if (!root.isMissingNode() && !root.isNull()) {
            problems.add(Problem.error(
                    Code.INVALID_CONFIGURATION, FILE, "is no map of parameters", "write 'name: value' lines"));
        }
        if (!problems.isEmpty()) {
            throw PagesException.failure(problems);
        }
        return new PagesYaml(values);
    }

    private static void collect(String prefix, JsonNode node, Map<String, JsonNode> values, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = prefix + field.getKey();
            if (Parameters.DEFAULTS.containsKey(name)) {
                values.put(name, field.getValue());
            } else if (field.getValue().isObject() && isGoal(name)) {
                collect(name + ".", field.getValue(), values, problems);
            } else {
                problems.add(unknown(name));
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

    private static Problem notYaml(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? FILE
                : FILE + ":" + e.getLocation().getLineNr() + ":"
                        + e.getLocation().getColumnNr();
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        return Problem.error(Code.INVALID_CONFIGURATION, where, "is no YAML", "correct the line", reason);
    }

    private static Problem unknown(String name) {
        String nearest = Parameters.DEFAULTS.keySet().stream()
                .min(Comparator.comparingInt((String known) -> distance(known, name))
                        .thenComparing(known -> known))
                .orElse("");
        return Problem.error(
                Code.INVALID_CONFIGURATION,
                FILE,
                "there is no parameter '" + name + "'",
                "the nearest is '" + nearest + "'; mvn pages:help -Ddetail lists all");
    }

    /** Levenshtein's distance between two names, in letters; case does not count. */
    static int distance(String one, String other) {
        int[] previous = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
