package io.github.pagesmaven.run.project;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.entry.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the route of a file that cannot be read for a while: its requests are answered with the mistake in it. A file
 * that never could be read is taken for a function, so that its mistake is seen.
 */
final class LastEntries {
    private static final Entry UNKNOWN =
            new Entry(Entry.Mode.AUTO, "app", Optional.empty(), List.of(), List.of(), 1, Optional.empty());

    private final Map<String, Optional<Entry>> known = new HashMap<>();

    FunctionTree complete(FunctionTree tree) {
        List<SourceFile> sources = tree.sources().stream().map(this::complete).toList();
        return new FunctionTree(tree.root(), tree.folderName(), sources, tree.resources(), tree.problems());
    }

    private SourceFile complete(SourceFile file) {
        if (file.source().error().isEmpty()) {
            known.put(file.path(), file.entry());
            return file;
        }
        Optional<Entry> entry = known.getOrDefault(file.path(), Optional.of(UNKNOWN));
        return new SourceFile(file.path(), file.source(), entry);
    }
}
