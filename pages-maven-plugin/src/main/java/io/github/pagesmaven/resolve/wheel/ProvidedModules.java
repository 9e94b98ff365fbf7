package io.github.pagesmaven.resolve.wheel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** The modules that installed distributions provide, from the file lists of their wheels. */
public final class ProvidedModules {
    private static final Pattern MODULE = Pattern.compile("((?:.*/)?[^/.]+)(?:\\.[^/]*)?\\.(?:py|so|pyd)");
    private static final Pattern DATA = Pattern.compile("[^/]+\\.data/(?:purelib|platlib)/(.*)");

    private final Map<String, Boolean> packages = new HashMap<>();
    private final Set<String> modules = new HashSet<>();

    /** Reads the file lists. */
    public static ProvidedModules of(List<Distribution> distributions) {
        ProvidedModules provided = new ProvidedModules();
        for (Distribution distribution : distributions) {
            try (ZipFile wheel = new ZipFile(distribution.wheel().toFile())) {
                wheel.stream().forEach(entry -> provided.add(entry.getName()));
            } catch (IOException e) {
                throw new UncheckedIOException(distribution.fileName(), e);
            }
        }
        return provided;
    }

    private void add(String name) {
        Matcher data = DATA.matcher(name);
        String path = data.matches() ? data.group(1) : name;
        Matcher module = MODULE.matcher(path);
        if (!module.matches() || path.startsWith(".") || path.contains(".dist-info/") || path.contains(".data/")) {
            return;
        }
        String dotted = module.group(1).replace('/', '.');
        boolean regular = dotted.endsWith(".__init__");
        if (!regular) {
            modules.add(dotted);
        }
        String folder = parent(dotted);
        packages.merge(folder, regular, Boolean::logicalOr);
        for (folder = parent(folder); !folder.isEmpty(); folder = parent(folder)) {
            packages.putIfAbsent(folder, false);
        }
    }

    /**
     * Whether an import finds something: the module itself, or a regular package that it is in and that may make it up
     * when it is loaded. A bare namespace folder provides only what is in it (PEP 420).
     *
     * @param module its dotted name
     */
    public boolean contains(String module) {
        for (String prefix = module; !prefix.isEmpty(); prefix = parent(prefix)) {
            if (modules.contains(prefix) || packages.getOrDefault(prefix, false)) {
                return true;
            }
        }
        return packages.containsKey(module);
    }

    private static String parent(String dotted) {
        return dotted.substring(0, Math.max(0, dotted.lastIndexOf('.')));
    }
}
