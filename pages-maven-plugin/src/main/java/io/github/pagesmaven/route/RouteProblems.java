package io.github.pagesmaven.route;

import static java.util.stream.Collectors.joining;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.scan.FunctionTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds routes that stand in each other's way. */
final class RouteProblems {
    /** A value that no literal can have, since control characters are refused in names. */
    private static final String ANY = "\u0001";

    private final FunctionTree tree;
    private final RouteNode root;

    RouteProblems(FunctionTree tree, RouteNode root) {
        this.tree = tree;
        this.root = root;
    }

    List<Problem> conflicts(Collection<List<Route>> byShape) {
        List<Problem> problems = new ArrayList<>();
        for (List<Route> same : byShape) {
            if (same.size() > 1) {
                List<String> details = same.stream()
                        .map(route -> place(route) + " answers " + route.pattern())
                        .toList();
                problems.add(new Problem(
                        Code.ROUTE_CONFLICT,
                        Severity.ERROR,
                        place(same.get(0)),
                        same.size() + " functions answer the same paths",
                        details,
                        "keep one of them, or rename the others"));
            }
        }
        return problems;
    }

    List<Problem> differByCase(List<Route> routes) {
        TreeMap<String, List<Route>> byFolded = new TreeMap<>();
        for (Route route : routes) {
            byFolded.computeIfAbsent(route.path().shape().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(route);
        }
        return byFolded.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> new Problem(
                        Code.ROUTE_CONFLICT,
                        Severity.WARNING,
                        place(same.get(0)),
                        "these routes differ only by case: "
                                + same.stream().map(Route::pattern).collect(joining(", ")),
                        same.stream().map(this::place).toList(),
                        "rename all but one of the files: some file systems cannot hold both"))
                .toList();
    }

    List<Problem> neverReached(List<Route> routes) {
        int longest = routes.stream()
                .mapToInt(route -> route.path().segments().size())
                .max()
                .orElse(0);
        List<Problem> problems = new ArrayList<>();
        for (Route route : routes) {
            Set<Route> before = answeringBefore(route, longest);
            if (!before.isEmpty()) {
                problems.add(Problem.warning(
                        Code.NEVER_REACHED,
                        place(route),
                        "is never reached: "
                                + before.stream().map(this::place).collect(joining(" and "))
                                + " answer" + (before.size() == 1 ? "s" : "") + " all its paths before it",
                        "delete it, or remove what stands before it",
                        before.stream().map(RouteProblems::reason).toArray(String[]::new)));
            }
        }
        return problems;
    }

    /** The routes that answer every path of this one; none when it answers some path itself. */
    private Set<Route> answeringBefore(Route route, int longest) {
        Set<Route> before = new LinkedHashSet<>();
        int repeats = route.catchAll() ? longest + 1 : 0;
        for (int length = 0; length <= repeats; length++) {
            Route answering =
                    RouteWalk.first(root, sample(route, length)).orElseThrow().route();
            if (answering == route) {
                return Set.of();
            }
            before.add(answering);
        }
        return before;
    }

    /** A path that the route matches and that as few others as possible match. */
    private static List<String> sample(Route route, int caught) {
        List<String> path = new ArrayList<>();
        for (Segment segment : route.path().segments()) {
            switch (segment.kind()) {
                case LITERAL -> path.add(segment.text());
                case PARAMETER -> path.add(ANY);
                case CATCH_ALL -> path.addAll(java.util.Collections.nCopies(caught, ANY));
            }
        }
        return path;
    }

    private static String reason(Route route) {
        String pattern = route.pattern();
        return route.mount()
                ? pattern + " is an application, which answers everything below its route too"
                : pattern + " is more specific";
    }

    List<Problem> hiddenBy(Collection<String> staticFiles) {
        List<Problem> problems = new ArrayList<>();
        for (String file : staticFiles.stream().sorted().toList()) {
            String path = file.equals("index.html") || file.endsWith("/index.html")
                    ? file.substring(0, file.length() - "index.html".length())
                    : file;
            List<String> segments = RequestPath.literal(path);
            Optional<Route> hidden = RouteWalk.first(root, segments)
                    .map(RouteMatch::route)
                    .filter(route -> route.params().isEmpty())
                    .filter(route -> route.path().segments().size() == segments.size());
            hidden.ifPresent(route -> problems.add(Problem.warning(
                    Code.NEVER_REACHED,
                    place(route),
                    "is not reached at " + route.pattern() + ": the platform serves the static file " + file + " there",
                    "rename the function or the static file")));
        }
        return problems;
    }

    private String place(Route route) {
        return tree.place(route.file().path());
    }
}
