package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.requirement.file.OptionLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A requirements file of ours that looks where the user's file says. It holds no secret: what could be one is handed
 * over in the environment of pip, which replaces {@code ${NAME}}.
 */
final class GeneratedFile {
    private static final Set<String> WHERE_TO_LOOK =
            Set.of("index-url", "extra-index-url", "find-links", "no-index", "trusted-host");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();

    GeneratedFile(Optional<RequirementsFile> declared) {
        declared.stream()
                .flatMap(file -> file.options().stream())
                .filter(option -> WHERE_TO_LOOK.contains(option.name()))
                .forEach(this::add);
    }

    /** Bare names alone. */
    static GeneratedFile of(Collection<String> names) {
        GeneratedFile file = new GeneratedFile(Optional.empty());
        file.lines.addAll(names);
        return file;
    }

    private void add(OptionLine option) {
        String value = option.value().isEmpty() ? "" : " \"" + variable(option.value()) + "\"";
        lines.add("--" + option.name() + value);
    }

    /** A requirement with further options that hold no secret. */
    void add(String requirement, String options) {
        lines.add(variable(requirement) + options);
    }

    /** An option that holds no secret. */
    void addOption(String option) {
        lines.add(option);
    }

    private String variable(String value) {
        String name = "PAGES_PIP_" + variables.size();
        variables.put(name, value);
        return "${" + name + "}";
    }

    List<String> lines() {
        return lines;
    }

    Map<String, String> variables() {
        return variables;
    }
}
