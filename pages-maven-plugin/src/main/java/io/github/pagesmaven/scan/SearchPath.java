package io.github.pagesmaven.scan;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the file that an import means, as the runtime does: from the functions directory, then from the folders of the
 * functions. Libraries, which go before both, are not known here.
 */
final class SearchPath {
    private final Set<String> files;
    private final List<String> entryFolders;
    private final Set<String> names;

    /**
     * A search path.
     *
     * @param files paths of all Python files
     * @param functions those of them that answer requests
     */
    SearchPath(Set<String> files, Collection<String> functions) {
        this(files, names(files), functions);
    }

    private SearchPath(Set<String> files, Set<String> names, Collection<String> functions) {
        this.files = files;
        this.names = names;
        this.entryFolders = functions.stream()
                .map(SearchPath::folder)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> names(Set<String> files) {
        Set<String> names = new HashSet<>();
        for (String file : files) {
            names.addAll(List.of(file.substring(0, file.length() - 3).split("/")));
        }
        return names;
    }

    /** The same files as one function sees them that does not know of the others yet. */
    SearchPath seenFrom(String function) {
        return new SearchPath(files, names, List.of(function));
    }

    /**
     * A file that an import means.
     *
     * @param path the file
     * @param base the folder on the search path that leads to it; empty for the functions directory
     */
    record Found(String path, String base) {
        /** Whether its module name leaves its folder out. */
        boolean isFlat() {
            return !base.isEmpty();
        }
    }

    /**
     * The file of a module.
     *
     * @param module dotted; relative with leading dots
     * @param from the file that asks
     */
    Optional<Found> find(String module, String from) {
        if (module.startsWith(".")) {
            return relative(module, from).flatMap(path -> at("", path));
        }
        if (!isLocal(module)) {
            return Optional.empty();
        }
        return bases(from).stream()
                .flatMap(base -> at(base, module.replace('.', '/')).stream())
                .findFirst();
    }

    /** Whether a file or folder has the first part of a module's name; most imports are of libraries. */
    boolean isLocal(String module) {
        int dot = module.indexOf('.');
        return names.contains(dot < 0 ? module : module.substring(0, dot));
    }

    /** Every folder from which an absolute import could take the first part of a name, in their order. */
    List<String> basesOf(String firstPart, String from) {
        return bases(from).stream()
                .filter(base -> at(base, firstPart).isPresent())
                .toList();
    }

    private Set<String> bases(String from) {
        Set<String> bases = new LinkedHashSet<>(List.of(""));
        if (entryFolders.contains(folder(from))) {
            bases.add(folder(from));
        }
        bases.addAll(entryFolders);
        return bases;
    }

    private Optional<Found> at(String base, String path) {
        String whole = base.isEmpty() ? path : path.isEmpty() ? base : base + "/" + path;
        for (String file : List.of(whole + "/__init__.py", whole + ".py")) {
            if (files.contains(file)) {
                return Optional.of(new Found(file, base));
            }
        }
        return Optional.empty();
    }

    /** The path that a relative name stands for; empty when it leads out of the top-level package. */
    static Optional<String> relative(String module, String from) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String folder = folder(from);
        for (int up = 1; up < dots && !folder.isEmpty(); up++) {
            folder = folder(folder);
        }
        String rest = module.substring(dots).replace('.', '/');
        return folder.isEmpty() ? Optional.empty() : Optional.of(rest.isEmpty() ? folder : folder + "/" + rest);
    }

    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
