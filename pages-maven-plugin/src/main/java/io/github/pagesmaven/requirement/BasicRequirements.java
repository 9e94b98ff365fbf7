package io.github.pagesmaven.requirement;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.entry.Entry.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the runtime needs for the modes in use; functions that are all handlers need nothing. */
public final class BasicRequirements {
    private static final Map<String, String> ALTERNATIVES = Map.of("websockets", "wsproto");

    private BasicRequirements() {}

    /** The distribution that serves instead of an optional one that has no wheel for the target. */
    public static Optional<String> alternative(String name) {
        return Optional.ofNullable(ALTERNATIVES.get(name));
    }

    static List<Requirement> required(FunctionTree tree) {
        List<Origin> origins = frameworks(tree).stream()
                .map(function -> new Origin(tree.place(function.path()), "is served by it: " + mode(function)))
                .toList();
        return origins.isEmpty() ? List.of() : List.of(new Requirement("uvicorn", origins));
    }

    static List<Requirement> optional(FunctionTree tree, Accelerators accelerators, Set<String> declared) {
        List<SourceFile> frameworks = frameworks(tree);
        if (frameworks.isEmpty() || accelerators == Accelerators.OFF) {
            return List.of();
        }
        List<Requirement> optional = new ArrayList<>();
        add(optional, "httptools", "HTTP parser in C", declared);
        add(optional, "uvloop", "event loop in C", declared);
        boolean sockets = frameworks.stream().anyMatch(function -> !function.entry()
                .map(entry -> entry.mode() == Mode.WSGI)
                .orElse(true));
        if (sockets && ALTERNATIVES.values().stream().noneMatch(declared::contains)) {
            add(optional, "websockets", "WebSockets", declared);
        }
        return optional;
    }

    private static void add(List<Requirement> optional, String name, String purpose, Set<String> declared) {
        if (!declared.contains(name)) {
            optional.add(new Requirement(name, List.of(new Origin("", "optional, for the runtime: " + purpose))));
        }
    }

    private static List<SourceFile> frameworks(FunctionTree tree) {
        return tree.functions().stream()
                .filter(function -> function.entry()
                        .map(entry -> entry.mode() != Mode.HANDLER)
                        .orElse(false))
                .toList();
    }

    private static String mode(SourceFile function) {
        return function.entry()
                .map(entry -> entry.framework().orElse(entry.mode().name()))
                .orElse("");
    }
}
