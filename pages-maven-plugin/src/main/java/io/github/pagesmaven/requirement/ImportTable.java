package io.github.pagesmaven.requirement;

import io.github.pagesmaven.requirement.file.ProjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which distributions provide which imports: the user's own map first, then the built-in table, the longest key first.
 * Names are never guessed.
 */
final class ImportTable {
    private static final Map<String, List<String>> BUILT_IN = load();

    private final Map<String, List<String>> entries;

    ImportTable(Map<String, String> importMap) {
        Map<String, List<String>> all = new HashMap<>(BUILT_IN);
        importMap.forEach((module, name) -> all.put(module, List.of(ProjectName.normalize(name.strip()))));
        this.entries = Map.copyOf(all);
    }

    /** The distributions that provide a dotted module, the one to add first; empty when the table does not say. */
    Optional<List<String>> find(String module) {
        String key = module;
        while (!key.isEmpty()) {
            List<String> names = entries.get(key);
            if (names != null) {
                return Optional.of(names);
            }
            key = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        }
        return Optional.empty();
    }

    /** All import names that the table knows. */
    Iterable<String> names() {
        return entries.keySet();
    }

    private static Map<String, List<String>> load() {
        DataFile table = DataFile.read("imports.yaml");
        Map<String, List<String>> entries = new HashMap<>();
        for (String name : table.list("same")) {
            entries.put(name.replace('-', '_'), List.of(name));
        }
        for (Map.Entry<String, List<String>> entry : table.lists("other").entrySet()) {
            List<String> names = new ArrayList<>();
            entry.getValue().forEach(name -> names.add(ProjectName.normalize(name)));
            entries.put(entry.getKey(), List.copyOf(names));
        }
        return entries;
    }
}
