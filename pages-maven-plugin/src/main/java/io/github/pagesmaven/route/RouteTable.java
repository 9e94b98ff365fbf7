package io.github.pagesmaven.route;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.scan.folder.PathOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes of a function tree: which function answers which path, and what is wrong with them. */
public final class RouteTable {
    private static final Comparator<Route> ORDER = Comparator.comparing(Route::path, RoutePattern.ORDER)
            .thenComparing(route -> route.file().path(), PathOrder.BY_CODE_POINT);

    private final FunctionTree tree;
    private final List<Route> routes;
    private final List<Problem> problems;
    private final RouteNode root;

    private RouteTable(FunctionTree tree, List<Route> routes, List<Problem> problems, RouteNode root) {
        this.tree = tree;
        this.routes = List.copyOf(routes);
        this.problems = List.copyOf(problems);
        this.root = root;
    }

    /** The routes of a tree. Functions with invalid names, and all but the first of a conflict, have none. */
    public static RouteTable of(FunctionTree tree) {
        List<Problem> problems = new ArrayList<>();
        List<Route> candidates = new ArrayList<>();
        for (SourceFile file : tree.functions()) {
            List<Problem> mistakes = NameRules.check(file.path(), tree.place(file.path()));
            problems.addAll(mistakes);
            if (mistakes.isEmpty()) {
                candidates.add(new Route(
                        RoutePattern.of(file.path()), file, file.entry().orElseThrow()));
            }
        }
        candidates.sort(ORDER);
        Map<String, List<Route>> byShape = new LinkedHashMap<>();
        candidates.forEach(route -> byShape.computeIfAbsent(route.path().shape(), shape -> new ArrayList<>())
                .add(route));
        List<Route> routes = byShape.values().stream().map(same -> same.get(0)).toList();
        RouteNode root = RouteNode.of(routes);
        RouteProblems check = new RouteProblems(tree, root);
        problems.addAll(check.conflicts(byShape.values()));
        problems.addAll(check.differByCase(routes));
        problems.addAll(check.neverReached(routes));
        return new RouteTable(tree, routes, problems, root);
    }

    /** In reading order: a folder's own route first, then literal, parameter, catch-all. */
    public List<Route> routes() {
        return routes;
    }

    /** Invalid names and conflicts (errors), functions that are never reached and routes equal but for case. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Warnings for static files that the platform serves instead of a function.
     *
     * @param staticFiles paths from the static directory, with {@code /}
     */
    public List<Problem> hiddenBy(Collection<String> staticFiles) {
        return new RouteProblems(tree, root).hiddenBy(staticFiles);
    }

    /**
     * Says which function answers, and why no other does.
     *
     * @param path as a client sends it: percent-encoded, with or without a query
     * @param method an HTTP method
     */
    public Explanation explain(String path, String method) {
        return new Explainer(tree, this).explain(path, method);
    }

    /**
     * The route that a path leads to, whatever the method.
     *
     * @param segments the path's, decoded, without the empty one behind a slash at the end
     */
    public Optional<Route> answering(List<String> segments) {
        return find(segments).map(RouteMatch::route);
    }

    RouteNode root() {
        return root;
    }

    /** What the walk finds for a decoded path. */
    Optional<RouteMatch> find(List<String> segments) {
        return RouteWalk.first(root, segments);
    }
}
