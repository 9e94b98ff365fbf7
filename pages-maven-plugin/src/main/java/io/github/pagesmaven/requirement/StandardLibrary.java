package io.github.pagesmaven.requirement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The top-level modules of CPython 3.8 to 3.14, from {@code sys.stdlib_module_names}. A version beyond the table is
 * taken for the nearest that is in it.
 */
public final class StandardLibrary {
    static final int FIRST = 8;
    static final int LAST = 14;

    private static final Map<String, Span> MODULES = load();

    /** The first and the last minor version that has a module. */
    record Span(int first, int last) {
        boolean contains(int minor) {
            return first <= minor && minor <= last;
        }
    }

    private StandardLibrary() {}

    /** The versions that have a module; empty when none has. */
    static Optional<Span> find(String topLevel) {
        return Optional.ofNullable(MODULES.get(topLevel));
    }

    /** Whether a version has a module. */
    public static boolean contains(String topLevel, int minor) {
        int known = Math.max(FIRST, Math.min(LAST, minor));
        return find(topLevel).map(span -> span.contains(known)).orElse(false);
    }

    static Iterable<String> names() {
        return MODULES.keySet();
    }

    private static Map<String, Span> load() {
        DataFile table = DataFile.read("standard-library.yaml");
        Map<String, Span> modules = new HashMap<>();
        for (String name : table.list("always")) {
            modules.put(name, new Span(FIRST, LAST));
        }
        for (Map.Entry<String, List<String>> added : table.lists("since").entrySet()) {
            for (String name : added.getValue()) {
                modules.put(name, new Span(minor(added.getKey()), LAST));
            }
        }
        for (Map.Entry<String, List<String>> last : table.lists("until").entrySet()) {
            for (String name : last.getValue()) {
                int first = modules.getOrDefault(name, new Span(FIRST, LAST)).first();
                modules.put(name, new Span(first, minor(last.getKey())));
            }
        }
        return modules;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
