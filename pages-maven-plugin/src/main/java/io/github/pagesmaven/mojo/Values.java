package io.github.pagesmaven.mojo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides the value of a parameter: what Maven gave (POM, then property), else {@code pages.yaml}, else the default.
 */
final class Values {
    private final Path projectDirectory;
    private final PagesYaml yaml;

    Values(Path projectDirectory, PagesYaml yaml) {
        this.projectDirectory = projectDirectory;
        this.yaml = yaml;
    }

    /** A text; empty only where the default is. */
    String text(String name, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        return yaml.find(name)
                .map(node -> scalar(name, node))
                .filter(text -> !text.isBlank())
                .orElse(Parameters.defaultOf(name));
    }

    /** A text that may be left out. */
    Optional<String> optional(String name, @Nullable String given) {
        return Optional.of(text(name, given)).filter(text -> !text.isEmpty());
    }

    /** One of a few words. */
    String choice(String name, @Nullable String given, List<String> allowed) {
        String value = text(name, given).toLowerCase(Locale.ROOT);
        if (allowed.contains(value)) {
            return value;
        }
        throw invalid(name, "'" + value + "' is none of " + String.join(", ", allowed), "use one of them");
    }

    /** Yes or no. */
    boolean flag(String name, @Nullable Boolean given) {
        String value = given != null ? given.toString() : text(name, null);
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw invalid(name, "'" + value + "' is neither true nor false", "write true or false");
    }

    /** A whole number within bounds. */
    int number(String name, @Nullable Integer given, int least, int most) {
        String value = given != null ? given.toString() : text(name, null);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, with the same words as a number out of bounds.
        }
        throw invalid(name, "'" + value + "' is no number from " + least + " to " + most, "write such a number");
    }

    /** A path, seen from the project folder. */
    Path path(String name, @Nullable File given) {
        return optionalPath(name, given).orElseThrow();
    }

    /** A path that may be left out. */
    Optional<Path> optionalPath(String name, @Nullable File given) {
        Optional<String> value = given == null ? optional(name, null) : Optional.of(given.getPath());
        return value.map(text -> projectDirectory.resolve(text).normalize());
    }

    /** A list of texts; in pages.yaml a list, or one text. */
    List<String> list(String name, @Nullable List<String> given) {
        if (given != null && !given.isEmpty()) {
            return List.copyOf(given);
        }
        List<String> values = new ArrayList<>();
        yaml.find(name).ifPresent(node -> {
            if (node.isArray()) {
                node.forEach(item -> values.add(scalar(name, item)));
            } else {
                values.add(scalar(name, node));
            }
        });
        return List.copyOf(values);
    }

    /** Names with a text each. */
    Map<String, String> map(String name, @Nullable Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        yaml.find(name).ifPresent(node -> {
            if (!node.isObject()) {
                throw invalid(name, "is no map", "write 'import-name: distribution' lines below it");
            }
            node.properties().forEach(field -> values.put(field.getKey(), scalar(name, field.getValue())));
        });
        if (given != null) {
            values.putAll(given);
        }
        return Map.copyOf(values);
    }

    private static String scalar(String name, JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        throw invalid(name, "is no single value", "write one value");
    }

    /** A wrong value: where it can be set and what it may be. */
    static PagesException invalid(String name, String what, String fix) {
        return PagesException.failure(Problem.error(Code.INVALID_CONFIGURATION, "<" + name + ">", what, fix));
    }
}
