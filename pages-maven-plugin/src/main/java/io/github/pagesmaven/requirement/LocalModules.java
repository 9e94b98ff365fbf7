package io.github.pagesmaven.requirement;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that stand in the function tree, as the runtime's search path finds them: from the tree's root and from
 * the folders of the functions, after the installed distributions.
 */
final class LocalModules {
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> roots = new HashSet<>();

    LocalModules(FunctionTree tree) {
        roots.add("");
        for (SourceFile source : tree.sources()) {
            files.put(source.path(), source);
            for (String folder = folder(source.path()); !folder.isEmpty(); folder = folder(folder)) {
                folders.add(folder);
            }
        }
        tree.functions().forEach(function -> roots.add(folder(function.path())));
    }

    /**
     * Whether an import means a local module.
     *
     * @param module dotted
     * @param importing the file that imports it: a file is never meant by its own import
     * @param library whether the table knows a distribution for it; then a bare folder or another function does not
     *     count, for the distribution goes before them
     */
    boolean contains(String module, SourceFile importing, boolean library) {
        for (String root : roots) {
            String path = (root.isEmpty() ? "" : root + "/") + module.replace('.', '/');
            if (isModule(path, importing, library) || isInPackage(root, module, importing, library)) {
                return true;
            }
        }
        return false;
    }

    /** The names of all top-level modules. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        files.keySet().forEach(path -> {
            if (roots.contains(folder(path))) {
                names.add(path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.py$", ""));
            }
        });
        return names;
    }

    private boolean isModule(String path, SourceFile importing, boolean library) {
        boolean inFile = Optional.ofNullable(files.get(path + ".py"))
                .filter(file -> !file.path().equals(importing.path()))
                .filter(file -> !library || !file.isFunction())
                .isPresent();
        return inFile || files.containsKey(path + "/__init__.py") || (folders.contains(path) && !library);
    }

    /** A name out of a local module or package is local too. */
    private boolean isInPackage(String root, String module, SourceFile importing, boolean library) {
        String parent = module;
        while (parent.contains(".")) {
            parent = parent.substring(0, parent.lastIndexOf('.'));
            String path = (root.isEmpty() ? "" : root + "/") + parent.replace('.', '/');
            if (isModule(path, importing, library)) {
                return true;
            }
        }
        return false;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
