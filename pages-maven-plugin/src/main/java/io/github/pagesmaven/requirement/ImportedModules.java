package io.github.pagesmaven.requirement;

import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import java.util.List;

/** The modules that one import statement needs. */
final class ImportedModules {
    private ImportedModules() {}

    /** Whether the statement runs when the module is loaded or a function called, with nobody to catch its failure. */
    static boolean areNeeded(Import statement) {
        Kind kind = statement.kind() == Kind.DYNAMIC ? statement.need() : statement.kind();
        return (kind == Kind.REQUIRED || kind == Kind.LAZY)
                && !statement.module().startsWith(".");
    }

    /** Dotted names; what {@code from} takes out of a package may be a module of it. */
    static List<String> of(Import statement) {
        List<String> names = statement.names();
        if (names.isEmpty() || names.contains("*")) {
            return List.of(statement.module());
        }
        return names.stream().map(name -> statement.module() + "." + name).toList();
    }

    static String topLevel(String module) {
        return module.split("\\.", 2)[0];
    }

    /** The statement as its author wrote it, shortened to what matters. */
    static String text(Import statement) {
        if (statement.kind() == Kind.DYNAMIC) {
            return "import_module('" + statement.module() + "')";
        }
        return statement.names().isEmpty()
                ? "import " + statement.module()
                : "from " + statement.module() + " import " + String.join(", ", statement.names());
    }
}
