package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Holds the walk to the sentence of the contract, applied to all routes without a tree: of several that match, compare
 * segment by segment from the left; a literal beats a parameter beats a mount's rest beats a catch-all.
 */
class PrecedenceTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "[p]", "[q]", "[[r]]");
    private static final List<String> SENT = List.of("a", "b", "c", "z");

    @Test
    void theWalkFindsWhatAComparisonOfAllRoutesFinds() {
        Random random = new Random(20261123);
        int answered = 0;
        for (int round = 0; round < 1000; round++) {
            RouteTable table = Trees.table(files(random));
            for (int path = 0; path < 10; path++) {
                List<String> segments = IntStream.range(0, random.nextInt(6))
                        .mapToObj(index -> SENT.get(random.nextInt(SENT.size())))
                        .toList();
                Optional<Route> expected = best(table.routes(), segments);
                assertEquals(
                        expected,
                        table.find(segments).map(RouteMatch::route),
                        () -> segments + " among " + table.routes());
                answered += expected.isPresent() ? 1 : 0;
                sourcePatternsAgree(table, segments);
            }
        }
        assertEquals(true, answered > 2500, "the sample must not be empty: " + answered);
    }

    private static void sourcePatternsAgree(RouteTable table, List<String> segments) {
        String path = "/" + String.join("/", segments);
        for (Route route : table.routes()) {
            assertEquals(
                    rank(route, segments).isPresent(),
                    Pattern.compile(SrcPattern.of(route)).matcher(path).find(),
                    () -> path + " " + SrcPattern.of(route));
        }
    }

    private static String[] files(Random random) {
        Set<String> files = new LinkedHashSet<>();
        for (int file = 0; file < 1 + random.nextInt(8); file++) {
            List<String> names = new ArrayList<>();
            for (int depth = 0; depth < random.nextInt(5); depth++) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                if (!names.contains(name) || !name.startsWith("[")) {
                    names.add(name);
                }
            }
            names.add("index.py" + (random.nextBoolean() ? "=wsgi" : ""));
            files.add(String.join("/", names));
        }
        return files.toArray(String[]::new);
    }

    private static Optional<Route> best(List<Route> routes, List<String> segments) {
        return routes.stream()
                .filter(route -> rank(route, segments).isPresent())
                .min(Comparator.comparing(route -> rank(route, segments).orElseThrow(), PrecedenceTest::compare));
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int index = 0; index < Math.min(left.size(), right.size()); index++) {
            if (!left.get(index).equals(right.get(index))) {
                return left.get(index) - right.get(index);
            }
        }
        return left.size() - right.size();
    }

    /** How well a route matches: 0 literal, 1 parameter, 2 a mount's rest, then a catch-all, its longest end first. */
    private static Optional<List<Integer>> rank(Route route, List<String> sent) {
        List<Segment> segments = route.path().segments();
        List<Integer> rank = new ArrayList<>();
        for (int index = 0; index < segments.size(); index++) {
            Segment segment = segments.get(index);
            if (segment.kind() == Segment.Kind.CATCH_ALL) {
                return suffix(segments.subList(index + 1, segments.size()), sent, index, rank);
            }
            if (index >= sent.size() || (segment.isLiteral() && !segment.is(sent.get(index)))) {
                return Optional.empty();
            }
            rank.add(segment.isLiteral() ? 0 : 1);
        }
        if (sent.size() > segments.size()) {
            rank.add(2);
            return route.mount() ? Optional.of(rank) : Optional.empty();
        }
        return Optional.of(rank);
    }

    private static Optional<List<Integer>> suffix(
            List<Segment> suffix, List<String> sent, int from, List<Integer> rank) {
        int start = sent.size() - suffix.size();
        if (start < from) {
            return Optional.empty();
        }
        rank.add(1000 - suffix.size());
        for (int index = 0; index < suffix.size(); index++) {
            if (suffix.get(index).isLiteral() && !suffix.get(index).is(sent.get(start + index))) {
                return Optional.empty();
            }
            rank.add(suffix.get(index).isLiteral() ? 0 : 1);
        }
        return Optional.of(rank);
    }
}
