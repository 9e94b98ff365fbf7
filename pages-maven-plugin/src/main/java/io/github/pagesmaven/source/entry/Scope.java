package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where names are looked up.
 *
 * @param source the file
 * @param module its name as the asking file would import it; empty for the asking file itself
 * @param locals what the function binds that is looked at; empty at module level
 * @param function the function that is looked at; null at module level
 * @param before how many bindings of the module have happened
 */
record Scope(Source source, String module, List<Binding> locals, @Nullable FunctionFact function, int before) {

    static Scope of(Source source, String module) {
        return new Scope(source, module, List.of(), null, source.bindings().size());
    }

    /** The scope when only some bindings of the module have happened. */
    Scope at(int bindings) {
        return new Scope(source, module, List.of(), null, bindings);
    }

    /** The scope inside a function, which runs when the module is complete. */
    Scope inside(FunctionFact callee) {
        return new Scope(
                source, module, callee.locals(), callee, source.bindings().size());
    }

    /** The scope when everything in it has happened. */
    Scope whole() {
        return function == null ? of(source, module) : inside(function);
    }

    /** Its calls that may add routes to an application. */
    List<Value> registrations() {
        return function == null ? source.registrations() : function.registrations();
    }

    /** Where a name is bound last: an index into the bindings of the module, or -1. */
    int last(String name) {
        for (int i = before - 1; i >= 0; i--) {
            if (source.bindings().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The last local binding of a name before another local binding. */
    int lastLocal(String name) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    Scope localsBefore(int index) {
        return new Scope(source, module, locals.subList(0, index), function, before);
    }

    Optional<ClassFact> classFact(Value value) {
        return source.classes().stream()
                .filter(fact -> fact.line() == value.line() && fact.name().equals(value.text()))
                .findFirst();
    }

    Optional<FunctionFact> functionFact(Value value) {
        return source.functions().stream()
                .filter(fact -> fact.line() == value.line() && fact.name().equals(value.text()))
                .findFirst();
    }
}
