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
 * Decides the value of a parameter: what Maven gave (POM, then property), else {@code pages.yaml}, else the default. A
 * wrong value is kept for {@link #judge()}, which tells all of them at once; until then the default stands in its place.
 */
final class Values {
    private final Path projectDirectory;
    private final PagesYaml yaml;
    private final List<Problem> problems = new ArrayList<>();

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
        refuse(name, given, "'" + value + "' is none of " + String.join(", ", allowed), "use one of them");
        return Parameters.defaultOf(name);
    }

    /** Yes or no. */
    boolean flag(String name, @Nullable Boolean given) {
        String value = given != null ? given.toString() : text(name, null);
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        refuse(name, given, "'" + value + "' is neither true nor false", "write true or false");
        return Boolean.parseBoolean(Parameters.defaultOf(name));
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
        refuse(name, given, "'" + value + "' is no number from " + least + " to " + most, "write such a number");
        return least;
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
                refuse(name, null, "is no map", "write 'import-name: distribution' lines below it");
            }
            node.properties().forEach(field -> values.put(field.getKey(), scalar(name, field.getValue())));
        });
        if (given != null) {
            values.putAll(given);
        }
        return Map.copyOf(values);
    }

    private String scalar(String name, JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        refuse(name, null, "is no single value", "write one value");
        return "";
    }

    /**
     * Keeps a mistake: where the wrong value stands, and what it may be.
     *
     * @param given what Maven gave, null where the value stands in pages.yaml
     */
    void refuse(String name, @Nullable Object given, String what, String fix) {
        String where = given == null && yaml.find(name).isPresent() ? yaml.place(name) + " " + name : "<" + name + ">";
        problems.add(Problem.error(Code.INVALID_CONFIGURATION, where, what, fix));
    }

    /** Ends the build with PAGES-022 when any value read so far is wrong. */
    void judge() {
        if (!problems.isEmpty()) {
            throw PagesException.failure(problems);
        }
    }
}
