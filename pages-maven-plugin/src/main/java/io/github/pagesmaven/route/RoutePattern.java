package io.github.pagesmaven.route;

import io.github.pagesmaven.scan.folder.PathOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The paths that a function's file stands for, by its name.
 *
 * @param segments its segments from the left; none for the root
 */
record RoutePattern(List<Segment> segments) {
    private static final Comparator<Segment> BY_SEGMENT = Comparator.comparing(Segment::kind)
            .thenComparing(segment -> segment.isLiteral() ? segment.text() : "", PathOrder.BY_CODE_POINT);

    /** Reading order: a folder's own route first, then literal, parameter, catch-all. */
    static final Comparator<RoutePattern> ORDER = RoutePattern::compare;

    RoutePattern {
        segments = List.copyOf(segments);
    }

    /** The pattern of a file, given by its path from the functions directory. */
    static RoutePattern of(String file) {
        List<Segment> segments = new ArrayList<>();
        for (String name : names(file)) {
            segments.add(Segment.of(name));
        }
        return new RoutePattern(segments);
    }

    /** The names that make a file's route: its folders, and its own name unless that is {@code index}. */
    static List<String> names(String file) {
        List<String> names = new ArrayList<>(List.of(file.split("/", -1)));
        String last = names.remove(names.size() - 1);
        String stem = last.endsWith(".py") ? last.substring(0, last.length() - 3) : last;
        if (!stem.equals("index")) {
            names.add(stem);
        }
        return names;
    }

    /** {@code /api/users/:id}, {@code /api/*}. */
    String text() {
        return "/" + segments.stream().map(Segment::shown).collect(Collectors.joining("/"));
    }

    /** {@code /api/users/:id}, {@code /api/:path*}: the platform's own list names its catch-alls. */
    String named() {
        return "/" + segments.stream().map(Segment::named).collect(Collectors.joining("/"));
    }

    /** Equal for two patterns that match the same paths: as it is shown, without names. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        for (Segment segment : segments) {
            shape.append('/').append(segment.isLiteral() ? segment.shown() : new Segment(segment.kind(), "").shown());
        }
        return shape.toString();
    }

    /** The names of parameters and catch-alls, in order of appearance. */
    List<String> params() {
        return segments.stream()
                .filter(segment -> !segment.isLiteral())
                .map(Segment::text)
                .toList();
    }

    /** Where its first catch-all stands, or -1. */
    int catchAll() {
        for (int index = 0; index < segments.size(); index++) {
            if (segments.get(index).kind() == Segment.Kind.CATCH_ALL) {
                return index;
            }
        }
        return -1;
    }

    /** Whether its last segment is a parameter. */
    boolean endsInParameter() {
        return !segments.isEmpty() && segments.get(segments.size() - 1).kind() == Segment.Kind.PARAMETER;
    }

    private static int compare(RoutePattern left, RoutePattern right) {
        int common = Math.min(left.segments.size(), right.segments.size());
        for (int index = 0; index < common; index++) {
            int order = BY_SEGMENT.compare(left.segments.get(index), right.segments.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.segments.size(), right.segments.size());
    }
}
