package io.github.pagesmaven.stage;

import io.github.pagesmaven.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that is deployed.
 *
 * @param directory the folder
 * @param entries all its files, sorted by path
 * @param problems warnings about what was left out
 */
public record Bundle(Path directory, List<BundleEntry> entries, List<Problem> problems) {
    /** The part of the size report that the user's own functions count for. */
    public static final String FUNCTIONS = "your functions";

    /** The part that what the plugin adds counts for. */
    public static final String RUNTIME = "runtime";

    /** The part that the static front end counts for. */
    public static final String ASSETS = "static front end";

    public Bundle {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
