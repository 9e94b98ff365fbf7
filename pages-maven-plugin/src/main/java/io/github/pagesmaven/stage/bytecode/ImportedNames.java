package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the sources of a project import. */
public final class ImportedNames {
    private static final Set<Import.Kind> NEVER_LOADED = Set.of(Import.Kind.TYPING, Import.Kind.DEAD, Import.Kind.MAIN);

    private ImportedNames() {}

    /** The absolute names; a name after {@code from} may be a module or not, and is told with its module. */
    public static SortedSet<String> of(FunctionTree tree) {
        SortedSet<String> names = new TreeSet<>();
        for (SourceFile file : tree.sources()) {
            for (Import one : file.source().imports()) {
                if (!NEVER_LOADED.contains(one.kind()) && !one.module().startsWith(".")) {
                    names.add(one.module());
                    one.names().forEach(name -> names.add(one.module() + "." + name));
                }
            }
        }
        return names;
    }
}
