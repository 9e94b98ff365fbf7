package io.github.pagesmaven.route;

import java.util.List;

/** Says in words why one of two routes that match a path comes first. */
final class Precedence {
    private Precedence() {}

    static String reason(Route first, Route second) {
        List<Segment> left = first.path().segments();
        List<Segment> right = second.path().segments();
        int index = 0;
        while (index < left.size()
                && index < right.size()
                && left.get(index).sameShape(right.get(index))
                && left.get(index).kind() != Segment.Kind.CATCH_ALL) {
            index++;
        }
        String winner = index < left.size() ? words(left.get(index)) : end(first);
        String loser = index < right.size() ? words(right.get(index)) : end(second);
        return winner.equals(loser) && index < left.size()
                ? "matches too, but " + first.pattern() + " names more of the path's end"
                : "matches too, but " + winner + " comes before " + loser + " at segment " + (index + 1);
    }

    private static String words(Segment segment) {
        return switch (segment.kind()) {
            case LITERAL -> "the literal '" + segment.text() + "'";
            case PARAMETER -> "a parameter";
            case CATCH_ALL -> "a catch-all";
        };
    }

    private static String end(Route route) {
        return route.mount() ? "the application at " + route.pattern() : "the end of " + route.pattern();
    }
}
