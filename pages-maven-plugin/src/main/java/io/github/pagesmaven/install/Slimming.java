package io.github.pagesmaven.install;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code slim=safe} leaves out: the test suites of a few distributions whose other modules were found not to import
 * them, and translation sources beside their compiled form. Folders called {@code test} or {@code testing} stay: numpy,
 * Django and SQLAlchemy need theirs.
 */
final class Slimming {
    private static final Set<String> TESTS_UNUSED = Set.of("numpy", "pandas", "scipy", "scikit-learn");
    private static final Pattern TESTS = Pattern.compile("(?:[^/]+/)+tests/.+");

    private final boolean active;

    Slimming(boolean active) {
        this.active = active;
    }

    /** The places of the files of a wheel that are not installed. */
    Set<String> leftOut(WheelArchive archive) {
        if (!active) {
            return Set.of();
        }
        Set<String> paths = new HashSet<>();
        archive.files().forEach(file -> paths.add(file.path()));
        boolean withoutTests = TESTS_UNUSED.contains(archive.wheel().name());
        Set<String> leftOut = new HashSet<>();
        for (String path : paths) {
            boolean translated = path.endsWith(".po") && paths.contains(path.substring(0, path.length() - 2) + "mo");
            if (translated || (withoutTests && TESTS.matcher(path).matches())) {
                leftOut.add(path);
            }
        }
        return leftOut;
    }
}
