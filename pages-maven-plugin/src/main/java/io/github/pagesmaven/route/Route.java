package io.github.pagesmaven.route;

import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.entry.Entry;
import java.util.List;

/** A function and the paths that it answers. */
public final class Route {
    private final RoutePattern path;
    private final String pattern;
    private final SourceFile file;
    private final Entry entry;

    Route(RoutePattern path, SourceFile file, Entry entry) {
        this.path = path;
        this.pattern = path.text();
        this.file = file;
        this.entry = entry;
    }

    RoutePattern path() {
        return path;
    }

    /** The platform's notation: {@code /api/users/:id}, {@code /api/*}. */
    public String pattern() {
        return pattern;
    }

    /** The file that answers. */
    public SourceFile file() {
        return file;
    }

    /** What answers in the file. */
    public Entry entry() {
        return entry;
    }

    /** Names of the parameters, in order of appearance. */
    public List<String> params() {
        return path.params();
    }

    /** Whether one of its segments is a catch-all. */
    public boolean catchAll() {
        return path.catchAll() >= 0;
    }

    /** Whether an application answers, not a handler class. */
    public boolean framework() {
        return entry.mode() != Entry.Mode.HANDLER;
    }

    /** Whether it answers everything below its own path too. */
    public boolean mount() {
        return framework() && !catchAll() && !path.endsInParameter();
    }

    @Override
    public String toString() {
        return pattern() + " -> " + file.path();
    }
}
