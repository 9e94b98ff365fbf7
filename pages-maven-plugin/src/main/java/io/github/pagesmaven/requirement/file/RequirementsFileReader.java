package io.github.pagesmaven.requirement.file;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a requirements file and all that it includes with {@code -r} and {@code -c}. Nothing is checked that pip
 * checks itself; files from URLs are left to pip.
 */
public final class RequirementsFileReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)\\}");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?|file):.*");

    private final Path projectDirectory;
    private final Map<String, String> environment;
    private final List<RequirementLine> lines = new ArrayList<>();
    private final List<OptionLine> options = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private boolean remote;

    private RequirementsFileReader(Path projectDirectory, Map<String, String> environment) {
        this.projectDirectory = projectDirectory;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The requirements of a project: those in the functions directory, else those in the project's folder.
     *
     * @param functionsDirectory where {@code requirements.txt} is looked for first
     * @param projectDirectory where it is looked for next; messages name files as seen from here
     * @param environment the variables that {@code ${NAME}} stands for
     */
    public static Optional<RequirementsFile> find(
            Path functionsDirectory, Path projectDirectory, Map<String, String> environment) {
        return place(functionsDirectory, projectDirectory).map(file -> read(file, projectDirectory, environment));
    }

    /** Where the requirements of a project stand; see {@link #find} for the arguments. */
    public static Optional<Path> place(Path functionsDirectory, Path projectDirectory) {
        for (Path folder : List.of(functionsDirectory, projectDirectory)) {
            Path file = folder.resolve("requirements.txt").toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Reads one file; see {@link #find} for the arguments. */
    public static RequirementsFile read(Path file, Path projectDirectory, Map<String, String> environment) {
        RequirementsFileReader reader = new RequirementsFileReader(projectDirectory, environment);
        reader.include(file, false, "");
        return new RequirementsFile(
                file, reader.place(file), reader.lines, reader.options, reader.files, reader.remote, reader.problems);
    }

    private void include(Path file, boolean constraint, String from) {
        Path real = file.toAbsolutePath().normalize();
        if (open.contains(real)) {
            return;
        }
        byte[] content;
        try {
            content = Files.readAllBytes(real);
        } catch (IOException e) {
            problems.add(Problem.error(
                    Code.UNRESOLVABLE,
                    from.isEmpty() ? place(file) : from,
                    "cannot read " + place(file),
                    "correct the path: it is seen from the folder of the file that names it"));
            return;
        }
        files.add(real);
        open.push(real);
        for (LogicalLines.Line line : LogicalLines.of(content)) {
            add(line.text(), place(file) + ":" + line.number(), file, constraint);
        }
        open.pop();
    }

    private void add(String written, String place, Path file, boolean constraint) {
        String text = expand(written);
        ParsedLine parsed = ParsedLine.of(text);
        if (!parsed.requirement().isEmpty()) {
            Pointer pointer = Pointer.of(parsed.requirement());
            addRequirement(written, text, place, constraint, pointer, parsed);
        } else if (parsed.first("editable").isPresent()) {
            Pointer pointer = Pointer.editable(parsed.first("editable").get());
            addRequirement(written, text, place, constraint, pointer, parsed);
        } else if (parsed.first("requirement").isPresent()) {
            nested(parsed.first("requirement").get(), file, false, place);
        } else if (parsed.first("constraint").isPresent()) {
            nested(parsed.first("constraint").get(), file, true, place);
        } else {
            addOptions(ParsedLine.of(written), parsed, place, file);
        }
    }

    private void addRequirement(
            String written, String text, String place, boolean constraint, Pointer pointer, ParsedLine parsed) {
        boolean hashed = parsed.options().containsKey("hash");
        lines.add(new RequirementLine(place, constraint, written, text, pointer.name(), pointer.form(), hashed));
    }

    private void addOptions(ParsedLine written, ParsedLine parsed, String place, Path file) {
        parsed.options().forEach((name, values) -> {
            List<String> shown = written.options().getOrDefault(name, values);
            for (int i = 0; i < values.size(); i++) {
                String value = name.equals("find-links") ? located(values.get(i), file) : values.get(i);
                options.add(new OptionLine(place, name, shown.get(Math.min(i, shown.size() - 1)), value));
            }
        });
    }

    /** A folder beside the file is meant where there is one. */
    private static String located(String links, Path file) {
        try {
            Path beside = file.toAbsolutePath().resolveSibling(links).normalize();
            return Files.exists(beside) ? beside.toString() : links;
        } catch (InvalidPathException isUrl) {
            return links;
        }
    }

    private void nested(String target, Path file, boolean constraint, String from) {
        if (URL.matcher(target).matches()) {
            remote = true;
            return;
        }
        try {
            include(file.resolveSibling(target), constraint, from);
        } catch (InvalidPathException onlyPipCanTell) {
            remote = true;
        }
    }

    private String expand(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = environment.getOrDefault(match.group(1), "");
            return Matcher.quoteReplacement(value.isEmpty() ? match.group() : value);
        });
    }

    private String place(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = projectDirectory.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
