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
 */
public record Source(
        @Nullable SyntaxProblem problem,
        List<Import> imports,
        List<Binding> bindings,
        List<ClassFact> classes,
        List<FunctionFact> functions,
        List<Value> registrations,
        boolean ignored,
        @Nullable String djangoSettings) {
    public Source {
        imports = List.copyOf(imports);
        bindings = List.copyOf(bindings);
        classes = List.copyOf(classes);
        functions = List.copyOf(functions);
        registrations = List.copyOf(registrations);
    }

    /** Why the file is refused. */
    public Optional<SyntaxProblem> error() {
        return Optional.ofNullable(problem);
    }

    static Source refused(SyntaxProblem problem) {
        return new Source(problem, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    }
}
