package io.github.pagesmaven.problem;

import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name may have meant, for the next step that a message names. */
public final class NearestName {
    private NearestName() {}

    /**
     * The name with the fewest changed, missing, added or exchanged letters, whatever their case; at most two, and at
     * most one per three letters.
     */
    public static Optional<String> of(String wrong, Iterable<String> names) {
        return within(Math.min(2, wrong.length() / 3) + 1, wrong, names);
    }

    /** The name with the fewest such letters, however many they are; empty only where there are no names. */
    public static Optional<String> atAnyDistance(String wrong, Iterable<String> names) {
        return within(Integer.MAX_VALUE, wrong, names);
    }

    private static Optional<String> within(int limit, String wrong, Iterable<String> names) {
        int best = limit;
        String nearest = "";
        for (String name : names) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), best);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = cell(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] d, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
