package io.github.pagesmaven.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.json.JsonTree;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The platform's own file, as far as it concerns a Python project. What is wrong in it is left out and stands in
 * {@code problems}: a build fails on them, {@code pages:run} tells them and goes on.
 *
 * @param outputDirectory folder of the static front end, relative to the project
 * @param redirects in order; the first that matches counts
 * @param rewrites in order; the first that matches counts
 * @param headers all that match count
 * @param trailingSlash true adds a slash to static pages, false removes it, empty leaves both
 * @param maxDuration seconds that a Python function may take
 * @param problems PAGES-022, each with its JSON path
 */
public record EdgeoneJson(
        Optional<String> outputDirectory,
        List<Redirect> redirects,
        List<Rewrite> rewrites,
        List<HeaderRule> headers,
        Optional<Boolean> trailingSlash,
        Optional<Integer> maxDuration,
        List<Problem> problems) {
    /** What holds when there is no such file. */
    public static final EdgeoneJson NONE = new EdgeoneJson(
            Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

    /** Names of the file; the first one that is there counts. */
    public static final List<String> NAMES = List.of(ArchiveLayout.EDGEONE_JSON, "edgeone.json5");

    /** What reads the file; made only where there is one. */
    private static final class Json5 {
        /** How the reader of JSON tells a place: with its own settings between. */
        static final Pattern SOURCE =
                Pattern.compile("\\(start marker at \\[Source: .*line: (\\d+), column: (\\d+)\\]\\)");

        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
    }

    public EdgeoneJson {
        redirects = List.copyOf(redirects);
        rewrites = List.copyOf(rewrites);
        headers = List.copyOf(headers);
        problems = List.copyOf(problems);
    }

    /** How many rules and settings are new, gone or different. */
    public int differences(EdgeoneJson other) {
        Set<Object> own = all();
        Set<Object> others = other.all();
        long added = own.stream().filter(rule -> !others.contains(rule)).count();
        long gone = others.stream().filter(rule -> !own.contains(rule)).count();
        return (int) Math.max(added, gone);
    }

    private Set<Object> all() {
        Set<Object> all = new HashSet<>(redirects);
        all.addAll(rewrites);
        all.addAll(headers);
        trailingSlash.ifPresent(all::add);
        maxDuration.ifPresent(all::add);
        outputDirectory.ifPresent(all::add);
        return all;
    }

    /** The file of a project: {@code edgeone.json}, else {@code edgeone.json5}, which the platform reads alike. */
    public static Optional<Path> file(Path projectDirectory) {
        return NAMES.stream()
                .map(projectDirectory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Reads the file of a project; without one nothing is set. */
    public static EdgeoneJson read(Path projectDirectory) {
        Optional<Path> file = file(projectDirectory);
        return file.isEmpty() ? NONE : readFile(file.get());
    }

    private static EdgeoneJson readFile(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            JsonNode root = JsonTree.read(Json5.FACTORY, text.startsWith("\ufeff") ? text.substring(1) : text);
            return new EdgeoneReader(name).read(root);
        } catch (JsonProcessingException e) {
            String place = name + ":" + e.getLocation().getLineNr() + ":"
                    + e.getLocation().getColumnNr();
            String message = Json5.SOURCE
                    .matcher(e.getOriginalMessage().replaceAll("\\s+", " "))
                    .replaceAll("(begins at $1:$2)");
            return refused(place, "is no JSON: " + message);
        } catch (IOException e) {
            return refused(name, "cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private static EdgeoneJson refused(String where, String what) {
        Problem problem = Problem.error(Code.INVALID_CONFIGURATION, where, what, "correct the file");
        return new EdgeoneJson(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(problem));
    }
}
