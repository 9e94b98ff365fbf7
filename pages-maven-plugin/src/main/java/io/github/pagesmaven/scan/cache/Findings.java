package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.source.entry.Entry;
import java.util.List;
import java.util.Map;

/**
 * What follows from all sources together; it holds as long as none of them changes.
 *
 * @param entries what answers requests, by the path of its file
 * @param problems mistakes in the sources, in the order of the files
 */
public record Findings(Map<String, Entry> entries, List<Problem> problems) {
    public Findings {
        entries = Map.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
