package io.github.pagesmaven.route;

import io.github.pagesmaven.scan.folder.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which function answers a request, and why no other does.
 *
 * @param path as it was asked
 * @param method an HTTP method in upper case
 * @param verdict what becomes of the request
 * @param reason one sentence to the verdict
 * @param route the route that the path leads to; absent when there is none
 * @param params what its parameters catch, in order of appearance
 * @param prefix the part of the path that the function is mounted at: SCRIPT_NAME, root_path
 * @param rest the part that an application sees as its own path
 * @param candidates what looks as if it could answer, with the reason why it does not
 */
public record Explanation(
        String path,
        String method,
        Verdict verdict,
        String reason,
        Optional<Route> route,
        Map<String, String> params,
        String prefix,
        String rest,
        List<Candidate> candidates) {

    /** What becomes of a request. */
    public enum Verdict {
        /** The function answers. */
        FUNCTION(0),
        /** The runtime answers OPTIONS for a handler. */
        OPTIONS(204),
        /** The path is malformed. */
        BAD_REQUEST(400),
        /** No function. */
        NOT_FOUND(404),
        /** The handler has no such method. */
        METHOD_NOT_ALLOWED(405);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The HTTP status that the runtime sends by itself; 0 when the function decides. */
        public int status() {
            return status;
        }
    }

    /**
     * A file that looks as if it could answer.
     *
     * @param pattern its route, or the route it would have
     * @param file its path from the functions directory
     * @param reason why it does not answer
     */
    public record Candidate(String pattern, String file, String reason) {}

    public Explanation {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        candidates = List.copyOf(candidates);
    }

    /** The text that users read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String answer = route.map(found -> found.file().path()).orElse("no function");
        lines.add(method + " " + path + " -> " + (verdict.status() == 0 ? answer : verdict.status() + " " + answer));
        lines.add("  " + reason);
        route.ifPresent(found -> lines.add("  route " + found.pattern()
                + (params.isEmpty() ? "" : "   " + shownParams())
                + (found.framework() ? "   prefix '" + prefix + "', rest '" + rest + "'" : "")));
        if (!candidates.isEmpty()) {
            lines.add("  not:");
            List<List<String>> rows = candidates.stream()
                    .map(other -> List.of("    " + other.pattern(), other.file(), other.reason()))
                    .toList();
            lines.addAll(Columns.aligned(rows));
        }
        return lines;
    }

    private String shownParams() {
        return params.entrySet().stream()
                .map(param -> param.getKey() + " = '" + VisibleText.of(param.getValue()) + "'")
                .collect(Collectors.joining(", "));
    }
}
