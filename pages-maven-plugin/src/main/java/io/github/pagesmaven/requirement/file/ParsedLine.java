package io.github.pagesmaven.requirement.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One logical line, divided into its requirement and its options as pip divides it: options begin at the first word
 * with a dash, may be shortened while they stay clear, and take their value attached, after {@code =} or as next word.
 *
 * @param requirement the text before the first option; may be empty
 * @param options long names without dashes, each with its values; a flag has an empty one
 */
record ParsedLine(String requirement, Map<String, List<String>> options) {
    private static final Map<String, String> SHORT =
            Map.of("r", "requirement", "c", "constraint", "e", "editable", "i", "index-url", "f", "find-links");
    private static final Set<String> FLAGS = Set.of("no-index", "prefer-binary", "require-hashes", "pre");
    private static final List<String> LONG = List.of(
            "index-url",
            "pypi-url",
            "extra-index-url",
            "no-index",
            "constraint",
            "requirement",
            "editable",
            "find-links",
            "no-binary",
            "only-binary",
            "prefer-binary",
            "require-hashes",
            "pre",
            "trusted-host",
            "use-feature",
            "global-option",
            "hash",
            "config-settings",
            "config-setting");

    static ParsedLine of(String line) {
        List<String> tokens = List.of(line.split(" ", -1));
        int first = 0;
        while (first < tokens.size() && !tokens.get(first).startsWith("-")) {
            first++;
        }
        String requirement = String.join(" ", tokens.subList(0, first));
        return new ParsedLine(
                requirement.strip(), options(Words.split(String.join(" ", tokens.subList(first, tokens.size())))));
    }

    private static Map<String, List<String>> options(List<String> words) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                continue;
            }
            String name = name(word);
            Optional<String> attached = attached(word);
            String value = "";
            if (attached.isPresent()) {
                value = attached.get();
            } else if (!FLAGS.contains(name) && i + 1 < words.size()) {
                i++;
                value = words.get(i);
            }
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return options;
    }

    private static String name(String word) {
        if (!word.startsWith("--")) {
            String letter = word.length() > 1 ? word.substring(1, 2) : "";
            return SHORT.getOrDefault(letter, letter);
        }
        String given = word.substring(2).split("=", 2)[0];
        List<String> meant = LONG.contains(given)
                ? List.of(given)
                : LONG.stream().filter(name -> name.startsWith(given)).toList();
        String name = meant.size() == 1 ? meant.get(0) : given;
        return name.equals("pypi-url") ? "index-url" : name;
    }

    private static Optional<String> attached(String word) {
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            return equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        }
        return word.length() > 2 ? Optional.of(word.substring(2)) : Optional.empty();
    }

    Optional<String> first(String option) {
        return options.getOrDefault(option, List.of()).stream().findFirst();
    }
}
