package io.github.pagesmaven.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, without asking any other. A file that is refused has a problem and nothing else.
 *
 * @param problem why the file is refused, or null
 * @param imports in the order of the text
 * @param bindings names bound at module level in branches that are alive, in order
 * @param classes class statements at module level
 * @param functions def statements at module level
 * @param registrations calls and decorators at module level that may add routes to an application
 * @param ignored whether the first comment block says {@code # pages: ignore}
 * @param djangoSettings the literal Django settings module, or null
 * @param outline whether only the problem, the imports and {@code ignored} were read, since it has no entry
 */
public record Source(
        @Nullable SyntaxProblem problem,
        List<Import> imports,
        List<Binding> bindings,
        List<ClassFact> classes,
        List<FunctionFact> functions,
        List<Value> registrations,
        boolean ignored,
        @Nullable String djangoSettings,
        boolean outline) {
    /** What an entry may be called; the first one counts. */
    public static final List<String> SYMBOLS = List.of("app", "application", "handler");

    public Source {
        imports = List.copyOf(imports);
        bindings = List.copyOf(bindings);
        classes = List.copyOf(classes);
        functions = List.copyOf(functions);
        registrations = List.copyOf(registrations);
    }

    /** Everything that a file says. */
    public Source(
            @Nullable SyntaxProblem problem,
            List<Import> imports,
            List<Binding> bindings,
            List<ClassFact> classes,
            List<FunctionFact> functions,
            List<Value> registrations,
            boolean ignored,
            @Nullable String djangoSettings) {
        this(problem, imports, bindings, classes, functions, registrations, ignored, djangoSettings, false);
    }

    /** Why the file is refused. */
    public Optional<SyntaxProblem> error() {
        return Optional.ofNullable(problem);
    }

    static Source outline(List<Import> imports, boolean ignored) {
        return new Source(null, imports, List.of(), List.of(), List.of(), List.of(), ignored, null, true);
    }

    static Source refused(SyntaxProblem problem) {
        return new Source(problem, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    }
}
