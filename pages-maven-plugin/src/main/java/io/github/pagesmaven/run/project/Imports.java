package io.github.pagesmaven.run.project;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.entry.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the functions import. */
final class Imports {
    private static final List<String> SERVER = List.of(
            "uvicorn",
            "uvloop",
            "httptools",
            "h11",
            "uvicorn.lifespan.on",
            "uvicorn.protocols.http.httptools_impl",
            "uvicorn.protocols.http.h11_impl",
            "pages_runtime.application",
            "pages_runtime.uvicorn_front");

    private Imports() {}

    /** All modules that a function may need, and the modes that the server has to serve: a text to compare. */
    static String of(FunctionTree tree) {
        Set<String> modules = new TreeSet<>();
        for (SourceFile file : tree.sources()) {
            file.source().imports().forEach(found -> modules.add(found.kind() + " " + found.module()));
            file.entry().ifPresent(entry -> modules.add("mode " + entry.mode()));
        }
        return String.join("\n", modules);
    }

    /**
     * Modules to import before the functions are. The functions' own may be among them: they are not found there, and a
     * library of the same name wins here as it does in the bundle.
     */
    static List<String> preload(FunctionTree tree) {
        Set<String> modules = new TreeSet<>();
        for (SourceFile file : tree.sources()) {
            file.source().imports().stream()
                    .filter(found -> found.kind() == Import.Kind.REQUIRED || found.kind() == Import.Kind.LAZY)
                    .map(Import::module)
                    .forEach(modules::add);
        }
        List<String> preload = new ArrayList<>(modules);
        if (needServer(tree)) {
            preload.addAll(SERVER);
        }
        return preload;
    }

    /** Whether one of the functions is an application: without uvicorn no worker starts then. */
    static boolean needServer(FunctionTree tree) {
        return tree.functions().stream().anyMatch(Imports::isApplication);
    }

    private static boolean isApplication(SourceFile file) {
        return file.entry().filter(entry -> entry.mode() != Entry.Mode.HANDLER).isPresent();
    }
}
