package io.github.pagesmaven.run;

import io.github.pagesmaven.run.project.DotEnv;
import io.github.pagesmaven.run.worker.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words what came of a save: distributions that came and went, variables that changed, requests that had to wait. */
final class ReloadText {
    private static final int SHOWN = 3;

    private ReloadText() {}

    /** {@code + httpx 0.28.1, - rich 13.7.0}; empty when nothing was installed. */
    static List<String> distributions(Set<String> before, Set<String> now) {
        List<String> changes = new ArrayList<>();
        now.stream().filter(name -> !before.contains(name)).forEach(name -> changes.add("+ " + name));
        before.stream().filter(name -> !now.contains(name)).forEach(name -> changes.add("- " + name));
        return shortened(changes, "distributions");
    }

    /** {@code API_KEY changed}: names, never values. */
    static List<String> variables(DotEnv before, DotEnv now) {
        Set<String> names = new TreeSet<>(before.variables().keySet());
        names.addAll(now.variables().keySet());
        names.removeIf(name ->
                Objects.equals(before.variables().get(name), now.variables().get(name)));
        List<String> changes =
                names.stream().map(name -> name + " " + how(name, before, now)).toList();
        return shortened(changes, "variables");
    }

    private static String how(String name, DotEnv before, DotEnv now) {
        boolean known = before.variables().containsKey(name);
        boolean left = now.variables().containsKey(name);
        return known && left ? "changed" : known ? "gone" : "set";
    }

    private static List<String> shortened(List<String> changes, String what) {
        if (changes.size() <= SHOWN) {
            return changes;
        }
        String rest = "and " + (changes.size() - SHOWN) + " more " + what;
        return Stream.concat(changes.stream().limit(SHOWN), Stream.of(rest)).toList();
    }

    /** {@code 2 requests held, longest 27 ms; 1 finishes on the old worker}. */
    static String waited(Gate.Swap swap) {
        List<String> parts = new ArrayList<>();
        if (swap.held() > 0) {
            parts.add(swap.held() + (swap.held() == 1 ? " request held, " : " requests held, longest ")
                    + swap.longestMillis() + " ms");
        }
        if (swap.unfinished() > 0) {
            parts.add(swap.unfinished() + (swap.unfinished() == 1 ? " finishes" : " finish") + " on the old worker");
        }
        return String.join("; ", parts);
    }
}
