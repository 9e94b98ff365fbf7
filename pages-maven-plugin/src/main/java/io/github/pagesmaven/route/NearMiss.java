package io.github.pagesmaven.route;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words why a route does not match a path, where a person might think that it does. */
final class NearMiss {
    private NearMiss() {}

    /** Why the route does not match; empty when nobody would expect it to. */
    static Optional<String> reason(Route route, List<String> path) {
        List<Segment> segments = route.path().segments();
        for (int index = 0; index < segments.size(); index++) {
            Segment segment = segments.get(index);
            if (segment.kind() == Segment.Kind.CATCH_ALL) {
                return Optional.of("after its catch-all the path must end in " + shown(segments, index + 1));
            }
            if (index == path.size()) {
                return tooShort(segments, index);
            }
            if (segment.isLiteral() && !segment.is(path.get(index))) {
                return segments.size() == path.size() && restMatches(segments, path, index + 1)
                        ? differs(segment.text(), path.get(index))
                        : Optional.empty();
            }
        }
        String left = String.join("/", path.subList(segments.size(), path.size()));
        return Optional.of(
                route.framework()
                        ? "its last segment is a parameter, so it takes one segment there; '" + left + "' is left over"
                        : "a handler answers its own path only; '" + left + "' is left over");
    }

    /** Whether a pattern matches a whole path, whatever stands beside it. */
    static boolean matches(RoutePattern pattern, List<String> path) {
        int end = pattern.catchAll() < 0 ? pattern.segments().size() : pattern.catchAll();
        return (pattern.catchAll() >= 0 || end == path.size())
                && end <= path.size()
                && restMatches(pattern.segments().subList(0, end), path, 0);
    }

    private static boolean restMatches(List<Segment> segments, List<String> path, int from) {
        for (int index = from; index < segments.size(); index++) {
            Segment segment = segments.get(index);
            if (segment.isLiteral() && !segment.is(path.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> tooShort(List<Segment> segments, int index) {
        boolean literal = segments.subList(index, segments.size()).stream().anyMatch(Segment::isLiteral);
        return literal ? Optional.empty() : Optional.of("the path is too short for its " + shown(segments, index));
    }

    private static String shown(List<Segment> segments, int from) {
        return segments.subList(from, segments.size()).stream()
                .map(segment -> "/" + segment.shown())
                .collect(Collectors.joining());
    }

    private static Optional<String> differs(String literal, String sent) {
        if (literal.equalsIgnoreCase(sent)) {
            return Optional.of("'" + sent + "' differs from '" + literal + "' by case");
        }
        if (normal(literal).equals(normal(sent))) {
            return Optional.of("'" + sent + "' only looks like '" + literal + "': other characters of Unicode");
        }
        int allowed = literal.length() < 4 ? 0 : literal.length() < 8 ? 1 : 2;
        return distance(literal, sent) <= allowed
                ? Optional.of("'" + sent + "' is not '" + literal + "'")
                : Optional.empty();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Levenshtein's distance, in UTF-16 units. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, index -> index);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j - 1], diagonal) + 1);
            }
        }
        return row[right.length()];
    }
}
