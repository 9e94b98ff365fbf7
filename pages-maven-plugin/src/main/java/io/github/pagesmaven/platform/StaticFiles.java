package io.github.pagesmaven.platform;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a project's static front end stands.
 *
 * @param directory the folder, absolute; empty when the project has none
 * @param problems PAGES-022 when what was named cannot be published
 */
public record StaticFiles(Optional<Path> directory, List<Problem> problems) {
    private static final String DEFAULT = "public";

    public StaticFiles {
        problems = List.copyOf(problems);
    }

    /**
     * Decides: the {@code staticDirectory} parameter, else edgeone.json's outputDirectory, else {@code public/}, else
     * none. What is named has to exist below the project and may not hold the functions, which would publish their
     * sources.
     */
    public static StaticFiles of(
            Path projectDirectory, Path functionsDirectory, Optional<Path> configured, EdgeoneJson edgeoneJson) {
        Path project = projectDirectory.toAbsolutePath().normalize();
        if (configured.isPresent()) {
            return check(project, functionsDirectory, project.resolve(configured.get()), "<staticDirectory>");
        }
        if (edgeoneJson.outputDirectory().isPresent()) {
            Path named = project.resolve(edgeoneJson.outputDirectory().get());
            return check(project, functionsDirectory, named, ArchiveLayout.EDGEONE_JSON + " outputDirectory");
        }
        Path usual = project.resolve(DEFAULT);
        return new StaticFiles(Files.isDirectory(usual) ? Optional.of(usual) : Optional.empty(), List.of());
    }

    private static StaticFiles check(Path project, Path functionsDirectory, Path named, String where) {
        Path folder = named.toAbsolutePath().normalize();
        if (!folder.startsWith(project) || folder.equals(project)) {
            return refused(where, folder + " is no folder below the project", "name a folder such as public or dist");
        }
        Path functions = project.resolve(functionsDirectory).toAbsolutePath().normalize();
        if (functions.startsWith(folder) || folder.startsWith(functions)) {
            return refused(
                    where,
                    "would publish the sources of the functions in " + project.relativize(functions),
                    "name a folder that holds the front end only");
        }
        if (!Files.isDirectory(folder)) {
            return refused(
                    where,
                    "names " + project.relativize(folder) + ", which does not exist",
                    "build the front end first, or correct the name");
        }
        return new StaticFiles(Optional.of(folder), List.of());
    }

    private static StaticFiles refused(String where, String what, String fix) {
        return new StaticFiles(Optional.empty(), List.of(Problem.error(Code.INVALID_CONFIGURATION, where, what, fix)));
    }

    /**
     * Whether a file below the folder is published: none with a name that starts with a dot, but for
     * {@code .well-known} (RFC 8615), none in node_modules, and none that other systems would read as two segments.
     *
     * @param path relative to the folder, with slashes
     */
    public static boolean isPublished(String path) {
        return isPublished(List.of(path.split("/", -1)));
    }

    /** The same for a path that is split already. */
    public static boolean isPublished(List<String> segments) {
        for (String segment : segments) {
            boolean hidden = segment.startsWith(".") && !segment.equals(".well-known");
            if (hidden || segment.isEmpty() || segment.equals("node_modules") || segment.indexOf('\\') >= 0) {
                return false;
            }
        }
        return true;
    }
}
