package io.github.pagesmaven.requirement;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.Entry.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Function trees written by hand, one import on each line. */
final class Trees {
    private final List<SourceFile> files = new ArrayList<>();

    Trees function(String path, Mode mode, Import... imports) {
        Entry entry = new Entry(mode, "app", Optional.empty(), List.of(), List.of(), 1, Optional.empty());
        files.add(new SourceFile(path, source(imports), Optional.of(entry)));
        return this;
    }

    Trees module(String path, Import... imports) {
        files.add(new SourceFile(path, source(imports), Optional.empty()));
        return this;
    }

    FunctionTree tree() {
        return new FunctionTree(Path.of("cloud-functions"), "cloud-functions", files, List.of(), List.of());
    }

    static Import plain(String module) {
        return of(Kind.REQUIRED, module);
    }

    static Import from(String module, String... names) {
        return of(Kind.REQUIRED, module, names);
    }

    static Import of(Kind kind, String module, String... names) {
        return new Import(module, kind, 3, 1, List.of(names));
    }

    private static Source source(Import... imports) {
        return new Source(null, List.of(imports), List.of(), List.of(), List.of(), List.of(), false, null);
    }
}
