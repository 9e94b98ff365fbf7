package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the file behind a dotted name, as seen from a file that may itself be an imported one. */
final class Modules {
    private final ModuleLookup lookup;

    Modules(ModuleLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * A file and what is left of the name.
     *
     * @param rest the names after the module's, in order
     */
    record Found(Source source, String module, List<String> rest) {}

    Optional<Found> find(String dotted, String from) {
        for (String name : candidates(dotted, from)) {
            Optional<Found> found = findPrefix(name)
                    .filter(module -> from.isEmpty() || !module.module().equals(from));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> findPrefix(String name) {
        int dots = dots(name);
        String leading = name.substring(0, dots);
        List<String> parts =
                dots == name.length() ? List.of() : List.of(name.substring(dots).split("\\."));
        for (int length = parts.size(); length >= (dots > 0 ? 0 : 1); length--) {
            String module = leading + String.join(".", parts.subList(0, length));
            Optional<Source> source = lookup.find(module);
            if (source.isPresent()) {
                return Optional.of(new Found(source.get(), module, parts.subList(length, parts.size())));
            }
        }
        return Optional.empty();
    }

    /** A relative name in another module: that may be a package, or a module in one. */
    private static List<String> candidates(String dotted, String from) {
        int dots = dots(dotted);
        if (dots == 0 || from.isEmpty()) {
            return List.of(dotted);
        }
        List<String> candidates = new ArrayList<>();
        String name = dotted.substring(dots);
        for (int up = dots - 1; up <= dots; up++) {
            parent(from, up).ifPresent(parent -> {
                boolean joined = parent.isEmpty() || parent.endsWith(".");
                candidates.add(joined ? parent + name : parent + "." + name);
            });
        }
        return candidates;
    }

    private static Optional<String> parent(String module, int up) {
        String name = module;
        for (int i = 0; i < up; i++) {
            int dots = dots(name);
            if (name.length() == dots) {
                name = dots == 0 ? "" : name + ".";
            } else {
                int dot = name.lastIndexOf('.');
                name = dot < dots ? name.substring(0, dots) : name.substring(0, dot);
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static int dots(String name) {
        int dots = 0;
        while (dots < name.length() && name.charAt(dots) == '.') {
            dots++;
        }
        return dots;
    }
}
