package io.github.pagesmaven.resolve;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.resolve.wheel.Distribution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The distributions that are to be installed.
 *
 * @param distributions sorted by name, each with its wheel at hand
 * @param basis what decided
 * @param fetched how many wheels were not in the store before
 * @param notes what the user should know: accelerators left out, newer releases passed over
 * @param warnings distributions that their publishers have withdrawn
 */
public record Resolution(
        List<Distribution> distributions, Basis basis, int fetched, List<String> notes, List<Problem> warnings) {

    /** What decided which distributions these are. */
    public enum Basis {
        /** Nothing is needed. */
        NOTHING,
        /** The project's own pylock.toml. */
        LOCK,
        /** The last build, whose inputs were the same. */
        LAST_BUILD,
        /** pip, asked now. */
        PIP
    }

    public Resolution {
        distributions = List.copyOf(distributions);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** The PEP 503 names of the distributions. */
    public Set<String> names() {
        return distributions.stream().map(Distribution::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
