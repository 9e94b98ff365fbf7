package io.github.pagesmaven.resolve.lock;

import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.Requirement;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.wheel.WheelHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a resolution depends on, wherever it is made: requirements, constraints, options. Without credentials, comments
 * and order, so that a lock stays valid when nothing changes that matters.
 *
 * @param lines sorted
 */
public record Inputs(List<String> lines) {
    private static final Set<String> DIFFER_FROM_MACHINE_TO_MACHINE =
            Set.of("index-url", "extra-index-url", "find-links", "no-index", "trusted-host");

    public Inputs {
        lines = List.copyOf(lines);
    }

    /**
     * The inputs of merged requirements.
     *
     * @param projectDirectory where the paths of local wheels begin
     */
    public static Inputs of(Requirements requirements, Path projectDirectory) {
        Set<String> lines = new TreeSet<>();
        requirements.declared().ifPresent(file -> declared(lines, file, projectDirectory));
        requirements.added().stream().map(Requirement::name).forEach(lines::add);
        requirements.optional().forEach(requirement -> lines.add(requirement.name() + " (optional)"));
        return new Inputs(new ArrayList<>(lines));
    }

    private static void declared(Set<String> lines, RequirementsFile file, Path projectDirectory) {
        file.options().stream()
                .filter(option -> !DIFFER_FROM_MACHINE_TO_MACHINE.contains(option.name()))
                .forEach(option -> lines.add(("--" + option.name() + " " + option.written()).strip()));
        for (RequirementLine line : file.lines()) {
            String text = Credentials.strip(line.written()).replaceAll("\\s+", " ");
            lines.add((line.constraint() ? "-c " : "") + text + content(line, projectDirectory));
        }
    }

    /** A wheel that is named by its path may change while its name stays. */
    private static String content(RequirementLine line, Path projectDirectory) {
        if (line.form() != RequirementLine.Form.WHEEL) {
            return "";
        }
        try {
            String path = line.text()
                    .replaceFirst("^.*@\\s*", "")
                    .replaceFirst("[;#\\s].*$", "")
                    .replaceFirst("^file:/*", "/");
            Path wheel = projectDirectory.resolve(path);
            return Files.isRegularFile(wheel) ? " sha256:" + WheelHash.of(wheel) : "";
        } catch (IOException | InvalidPathException notLocal) {
            return "";
        }
    }

    /** What was there and is no longer ({@code - x}), what is new ({@code + x}). */
    public List<String> difference(Inputs before) {
        List<String> difference = new ArrayList<>();
        before.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> difference.add("- " + line));
        lines.stream().filter(line -> !before.lines.contains(line)).forEach(line -> difference.add("+ " + line));
        return difference;
    }

    /** A hash of texts, in lower-case hexadecimal. */
    static String sha256(List<String> texts) {
        return WheelHash.of(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
    }
}
