package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows names and calls to what they are; gives up, rather than going in circles, after many steps. */
final class Resolver {
    private static final int STEP_LIMIT = 2_000;
    private static final int DEPTH_LIMIT = 60;
    private final Modules modules;
    private final CallResolver calls = new CallResolver(this);
    private int steps;
    private int depth;

    Resolver(Modules modules) {
        this.modules = modules;
    }

    /** What a value is. */
    Thing resolve(Value value, Scope scope) {
        if (++steps > STEP_LIMIT || depth > DEPTH_LIMIT) {
            return new Thing.Unknown("");
        }
        depth++;
        try {
            return follow(value, scope);
        } finally {
            depth--;
        }
    }

    private Thing follow(Value value, Scope scope) {
        return switch (value.kind()) {
            case NAME -> name(value.text(), scope);
            case IMPORTED -> imported(value.text(), scope);
            case CALL -> calls.resolve(value, scope);
            case FUNCTION, LAMBDA -> new Thing.Function(scope, value);
            case CLASS ->
                scope.classFact(value)
                        .<Thing>map(fact -> new Thing.LocalClass(scope, fact))
                        .orElseGet(() -> new Thing.Unknown(""));
            case ATTRIBUTE -> attribute(resolve(value.items().get(0), scope), List.of(value.text()));
            case CHOICE -> choice(value, scope);
            case SUBSCRIPT -> element(value, scope);
            case STRING, CONSTANT -> new Thing.Nothing("it is a literal");
            case SEQUENCE, DICT -> new Thing.Collection(scope, value);
            case OTHER -> new Thing.Nothing(Reasons.ofOther(value.text()));
        };
    }

    /** An element of something: of a collection whose elements are seen, the first that can answer. */
    private Thing element(Value value, Scope scope) {
        Thing whole = resolve(value.items().get(0), scope);
        if (!(whole instanceof Thing.Collection collection)) {
            boolean plain = whole instanceof Thing.Origin origin && isPlain(origin.dotted());
            return plain || whole instanceof Thing.Nothing
                    ? new Thing.Nothing("it is a plain value")
                    : new Thing.Unknown("");
        }
        List<Value> elements = new ArrayList<>(collection.value().items());
        elements.addAll(collection.value().named().values());
        Value any = new Value(Value.Kind.CHOICE, "", elements, Map.of(), value.line());
        return choice(any, collection.scope());
    }

    /** Any of several values: an application goes before what nobody can tell, and that before nothing. */
    private Thing choice(Value value, Scope scope) {
        @Nullable Thing best = null;
        for (Value item : value.items()) {
            Thing thing = resolve(item, scope);
            if (thing instanceof Thing.Application) {
                return thing;
            }
            if (best == null || best instanceof Thing.Nothing) {
                best = thing;
            }
        }
        return best == null ? new Thing.Nothing("it is a literal") : best;
    }

    private Thing name(String dotted, Scope scope) {
        List<String> parts = List.of(dotted.split("\\."));
        String first = parts.get(0);
        List<String> rest = parts.subList(1, parts.size());
        int local = scope.lastLocal(first);
        if (local >= 0) {
            return bound(scope.locals().get(local), scope.localsBefore(local), rest);
        }
        int index = scope.last(first);
        if (index >= 0) {
            return bound(scope.source().bindings().get(index), scope.at(index), rest);
        }
        if (Frameworks.BUILTINS.contains(first)) {
            return new Thing.Origin("builtins." + dotted);
        }
        return fromEverything(first, rest, scope);
    }

    /** A name that the file binds at most by {@code from module import *}. */
    private Thing fromEverything(String first, List<String> rest, Scope scope) {
        Thing thing = new Thing.Nothing("'" + first + "' is bound nowhere in the file");
        for (int i = scope.before() - 1; i >= 0; i--) {
            Binding binding = scope.source().bindings().get(i);
            if (binding.name().equals("*")) {
                String module = binding.value().text();
                String dotted = module.substring(0, module.length() - 1) + first;
                Thing found = imported(dotted, scope);
                if (!(found instanceof Thing.Origin) && !(found instanceof Thing.Unknown)) {
                    return attribute(found, rest);
                }
                if (Frameworks.isKnown(dotted)) {
                    return attribute(new Thing.Origin(dotted), rest);
                }
                thing = new Thing.Unknown("");
            }
        }
        return thing;
    }

    private Thing bound(Binding binding, Scope scope, List<String> rest) {
        Value value = binding.value();
        if (value.kind() == Value.Kind.IMPORTED) {
            return imported(rest.isEmpty() ? value.text() : value.text() + "." + String.join(".", rest), scope);
        }
        return attribute(resolve(value, scope), rest);
    }

    /** What is behind an imported name. */
    Thing imported(String dotted, Scope scope) {
        Optional<Modules.Found> found = modules.find(dotted, scope.module());
        if (found.isEmpty()) {
            return new Thing.Origin(dotted);
        }
        List<String> rest = found.get().rest();
        if (rest.isEmpty() || found.get().source().error().isPresent()) {
            return new Thing.Unknown("");
        }
        Scope module = Scope.of(found.get().source(), found.get().module());
        Value name = new Value(Value.Kind.NAME, String.join(".", rest), List.of(), Map.of(), 0);
        return module.last(rest.get(0)) >= 0 ? resolve(name, module) : new Thing.Unknown("");
    }

    private static Thing attribute(Thing owner, List<String> names) {
        Thing thing = owner;
        for (String name : names) {
            if (thing instanceof Thing.Origin origin) {
                thing = new Thing.Origin(origin.dotted() + "." + name);
            } else if (thing instanceof Thing.Unknown unknown
                    && !unknown.function().isEmpty()) {
                thing = new Thing.Origin(unknown.function() + "." + name);
            } else if (!(thing instanceof Thing.Application && name.equals("wsgi_app"))) {
                thing = new Thing.Unknown("");
            }
        }
        return thing;
    }

    /** The known origins that a class derives from, its own first; each once. */
    void origins(Thing.LocalClass start, Set<String> origins, Set<ClassFact> seen) {
        if (!seen.add(start.fact())) {
            return;
        }
        for (Value base : start.fact().bases()) {
            boolean generic = base.kind() == Value.Kind.SUBSCRIPT;
            Thing thing =
                    resolve(generic ? base.items().get(0) : base, start.scope().at(classIndex(start)));
            if (thing instanceof Thing.Origin origin) {
                origins.add(origin.dotted());
            } else if (thing instanceof Thing.LocalClass parent) {
                origins(parent, origins, seen);
            } else {
                origins.add("");
            }
        }
    }

    /** How many bindings have happened when a class statement runs. */
    static int classIndex(Thing.LocalClass start) {
        List<Binding> bindings = start.scope().source().bindings();
        for (int i = 0; i < bindings.size(); i++) {
            Value value = bindings.get(i).value();
            if (value.kind() == Value.Kind.CLASS
                    && value.line() == start.fact().line()
                    && value.text().equals(start.fact().name())) {
                return i;
            }
        }
        return bindings.size();
    }

    /** Whether something belongs to a module of the standard library that makes no applications. */
    static boolean isPlain(String dotted) {
        int dot = dotted.indexOf('.');
        return Frameworks.PLAIN_MODULES.contains(dot < 0 ? dotted : dotted.substring(0, dot))
                && !Frameworks.OPEN_BUILTINS.contains(dotted)
                && !Frameworks.isKnown(dotted);
    }

    static boolean isCommandLine(String dotted) {
        int dot = dotted.indexOf('.');
        return Frameworks.COMMAND_LINE.contains(dot < 0 ? dotted : dotted.substring(0, dot));
    }
}
