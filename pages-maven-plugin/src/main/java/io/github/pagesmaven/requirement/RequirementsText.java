package io.github.pagesmaven.requirement;

import io.github.pagesmaven.requirement.file.OptionLine;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The merged requirements as a text for people: one line for each, with its origin. */
public final class RequirementsText {
    private RequirementsText() {}

    /**
     * The text, with a line end after each line and without any password.
     *
     * @param requirements what is needed
     * @param installed the optional distributions that the target has a wheel for
     */
    public static String render(Requirements requirements, Set<String> installed) {
        List<String> lines = new ArrayList<>();
        lines.add("# What this project needs, and who asked for it. Written by pages:resolve from the sources.");
        requirements.declared().ifPresent(file -> declared(lines, file));
        requirements.added().forEach(requirement -> add(lines, requirement));
        requirements.optional().stream()
                .filter(requirement -> installed.contains(requirement.name()))
                .forEach(requirement -> add(lines, requirement));
        return String.join("\n", lines) + "\n";
    }

    private static void declared(List<String> lines, RequirementsFile file) {
        for (OptionLine option : file.options()) {
            String value = option.written().isEmpty() ? "" : " " + Credentials.strip(option.written());
            lines.add("--" + option.name() + value + "  # " + clean(option.place()));
        }
        for (RequirementLine line : file.lines()) {
            String text = Credentials.strip(line.written()) + "  # " + clean(line.place());
            lines.add(line.constraint() ? "# constraint: " + text : text);
        }
    }

    private static void add(List<String> lines, Requirement requirement) {
        lines.add(requirement.name() + "  # "
                + String.join(
                        "; ",
                        requirement.origins().stream()
                                .map(origin -> clean(origin.text()))
                                .toList()));
    }

    /** File names may hold line ends. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
