package io.github.pagesmaven.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may answer at one depth of the tree, and below. Filled once, then only read. */
final class RouteNode {
    /** A function whose path goes on after a catch-all. */
    record Suffix(List<Segment> segments, Route route) {
        /** Longest first, then literal before parameter from the left. */
        static final Comparator<Suffix> ORDER = Comparator.comparingInt((Suffix suffix) -> -suffix.segments.size())
                .thenComparing(suffix -> new RoutePattern(suffix.segments), RoutePattern.ORDER);
    }

    private final Map<String, RouteNode> literals = new TreeMap<>();
    private final List<Suffix> suffixes = new ArrayList<>();
    private @Nullable RouteNode parameter;
    private @Nullable Route exact;
    private @Nullable Route rest;

    /** The tree of routes of which no two have the same shape. */
    static RouteNode of(List<Route> routes) {
        RouteNode root = new RouteNode();
        routes.forEach(root::add);
        root.sort();
        return root;
    }

    private void add(Route route) {
        List<Segment> segments = route.path().segments();
        int catchAll = route.path().catchAll();
        RouteNode node = this;
        for (Segment segment : segments.subList(0, catchAll < 0 ? segments.size() : catchAll)) {
            node = node.child(segment);
        }
        if (catchAll < 0) {
            node.exact = route;
        } else if (catchAll == segments.size() - 1) {
            node.rest = route;
        } else {
            node.suffixes.add(new Suffix(List.copyOf(segments.subList(catchAll + 1, segments.size())), route));
        }
    }

    private RouteNode child(Segment segment) {
        if (segment.isLiteral()) {
            return literals.computeIfAbsent(segment.text(), text -> new RouteNode());
        }
        RouteNode child = parameter == null ? new RouteNode() : parameter;
        parameter = child;
        return child;
    }

    private void sort() {
        suffixes.sort(Suffix.ORDER);
        literals.values().forEach(RouteNode::sort);
        if (parameter != null) {
            parameter.sort();
        }
    }

    Map<String, RouteNode> literals() {
        return literals;
    }

    Optional<RouteNode> parameter() {
        return Optional.ofNullable(parameter);
    }

    /** Answers when the path ends here. */
    Optional<Route> exact() {
        return Optional.ofNullable(exact);
    }

    /** Answers here and everything below. */
    Optional<Route> mount() {
        return exact().filter(Route::mount);
    }

    /** The catch-all that answers here and everything below. */
    Optional<Route> rest() {
        return Optional.ofNullable(rest);
    }

    List<Suffix> suffixes() {
        return suffixes;
    }
}
