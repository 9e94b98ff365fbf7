package io.github.pagesmaven.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks the tree for one path; finds matches in the order of precedence. */
final class RouteWalk {
    private final List<String> segments;
    private final Predicate<RouteMatch> enough;
    private final List<String> values = new ArrayList<>();

    private RouteWalk(List<String> segments, Predicate<RouteMatch> enough) {
        this.segments = segments;
        this.enough = enough;
    }

    /** The route that answers. */
    static Optional<RouteMatch> first(RouteNode root, List<String> segments) {
        List<RouteMatch> found = new ArrayList<>();
        walk(root, segments, match -> {
            found.add(match);
            return true;
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Every route that would answer if those before it did not exist. */
    static List<RouteMatch> all(RouteNode root, List<String> segments) {
        List<RouteMatch> found = new ArrayList<>();
        walk(root, segments, match -> {
            found.add(match);
            return false;
        });
        return found;
    }

    private static void walk(RouteNode root, List<String> segments, Predicate<RouteMatch> enough) {
        new RouteWalk(segments, enough).visit(root, 0);
    }

    private boolean visit(RouteNode node, int depth) {
        if (depth == segments.size()) {
            return offer(node.exact(), depth) || offerRest(node, depth);
        }
        String segment = segments.get(depth);
        RouteNode literal = node.literals().get(Segment.nfc(segment));
        return (literal != null && visit(literal, depth + 1))
                || (node.parameter().isPresent()
                        && visitParameter(node.parameter().get(), depth))
                || offer(node.mount(), depth)
                || offerSuffixes(node, depth)
                || offerRest(node, depth);
    }

    private boolean visitParameter(RouteNode child, int depth) {
        if (segments.get(depth).isEmpty()) {
            return false;
        }
        values.add(segments.get(depth));
        boolean done = visit(child, depth + 1);
        values.remove(values.size() - 1);
        return done;
    }

    private boolean offerRest(RouteNode node, int depth) {
        return node.rest().isPresent()
                && !hasGap(depth)
                && offer(node.rest(), depth, List.of(joined(depth, segments.size())));
    }

    private boolean offerSuffixes(RouteNode node, int depth) {
        if (node.suffixes().isEmpty() || hasGap(depth)) {
            return false;
        }
        for (RouteNode.Suffix suffix : node.suffixes()) {
            int start = segments.size() - suffix.segments().size();
            if (start < depth) {
                continue;
            }
            List<String> caught = new ArrayList<>(List.of(joined(depth, start)));
            if (matches(suffix.segments(), start, caught)
                    && offer(Optional.of(suffix.route()), segments.size(), caught)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGap(int depth) {
        return segments.subList(depth, segments.size()).contains("");
    }

    private boolean matches(List<Segment> suffix, int start, List<String> caught) {
        for (int index = 0; index < suffix.size(); index++) {
            String segment = segments.get(start + index);
            if (!suffix.get(index).isLiteral()) {
                caught.add(segment);
            } else if (!suffix.get(index).is(segment)) {
                return false;
            }
        }
        return true;
    }

    private String joined(int from, int to) {
        return String.join("/", segments.subList(from, to));
    }

    private boolean offer(Optional<Route> route, int prefixLength) {
        return offer(route, prefixLength, List.of());
    }

    private boolean offer(Optional<Route> route, int prefixLength, List<String> caught) {
        if (route.isEmpty()) {
            return false;
        }
        List<String> all = new ArrayList<>(values);
        all.addAll(caught);
        return enough.test(new RouteMatch(route.get(), all, prefixLength));
    }
}
