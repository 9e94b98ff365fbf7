package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What calls give: applications, wrapped applications, what factories return. */
final class CallResolver {
    private final Resolver resolver;

    CallResolver(Resolver resolver) {
        this.resolver = resolver;
    }

    Thing resolve(Value call, Scope scope) {
        Thing function = resolver.resolve(call.items().get(0), scope);
        if (function instanceof Thing.Origin origin) {
            return ofOrigin(origin.dotted(), call, scope);
        }
        if (function instanceof Thing.LocalClass type) {
            return ofClass(type, call, scope);
        }
        if (function instanceof Thing.Function factory) {
            return ofFactory(factory, call, scope);
        }
        if (function instanceof Thing.Nothing || function instanceof Thing.Collection) {
            return function;
        }
        return wrapped(call, scope).orElseGet(() -> new Thing.Unknown(""));
    }

    private Thing ofOrigin(String dotted, Value call, Scope scope) {
        String known = Frameworks.APPLICATIONS.get(dotted);
        if (known != null) {
            return application(known, call, scope);
        }
        String wrapper = Frameworks.WRAPPERS.get(dotted);
        if (wrapper != null) {
            Entry.Mode mode = mode(wrapper);
            return wrapped(call, scope)
                    .filter(Thing.Application.class::isInstance)
                    .<Thing>map(inner -> ((Thing.Application) inner).withMode(mode))
                    .orElseGet(() -> new Thing.Application(mode, Optional.empty(), scope, call));
        }
        if (Resolver.isCommandLine(dotted)) {
            return new Thing.Nothing("it is a command-line application");
        }
        if (dotted.equals("builtins.type") && call.items().size() == 4) {
            return madeClass(call, scope);
        }
        if (Resolver.isPlain(dotted)) {
            return new Thing.Nothing("it is a plain value");
        }
        return wrapped(call, scope).orElseGet(() -> new Thing.Unknown(dotted));
    }

    /** A class that is made by {@code type(name, bases, members)}. */
    private static Thing madeClass(Value call, Scope scope) {
        List<Binding> members = new ArrayList<>();
        call.items().get(3).named().forEach((name, value) -> members.add(new Binding(name, value, call.line(), 1)));
        List<Value> bases = call.items().get(2).items();
        return new Thing.LocalClass(scope, new ClassFact(call.items().get(1).text(), bases, members, call.line()));
    }

    private static Thing application(String known, Value call, Scope scope) {
        String[] parts = known.split(" ", 2);
        if (parts[0].equals("none")) {
            return parts[1].equals("dash")
                    ? new Thing.Unknown("dash.Dash")
                    : new Thing.Nothing("what " + parts[1] + " makes here is neither WSGI nor ASGI");
        }
        return new Thing.Application(mode(parts[0]), Optional.of(parts[1]), scope, call);
    }

    private static Entry.Mode mode(String name) {
        return Entry.Mode.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The application or function that a call is given to wrap. */
    private Optional<Thing> wrapped(Value call, Scope scope) {
        Value inner = null;
        if (call.items().size() > 1) {
            inner = call.items().get(1);
        } else {
            for (String name : List.of("app", "application", "wsgi_app", "asgi_app", "other_asgi_app")) {
                inner = inner == null ? call.named().get(name) : inner;
            }
        }
        if (inner == null) {
            return Optional.empty();
        }
        if (inner.kind() == Value.Kind.DICT) {
            inner = inner.named().getOrDefault("http", inner);
        }
        Thing thing = resolver.resolve(inner, scope);
        boolean serves = thing instanceof Thing.Application
                || (thing instanceof Thing.Function function
                        && Callables.mode(function).isPresent());
        return serves ? Optional.of(thing) : Optional.empty();
    }

    private Thing ofClass(Thing.LocalClass type, Value call, Scope scope) {
        Set<String> origins = new LinkedHashSet<>();
        Set<ClassFact> seen = new LinkedHashSet<>();
        resolver.origins(type, origins, seen);
        for (String origin : origins) {
            String known = Frameworks.APPLICATIONS.get(origin);
            if (known != null) {
                return application(known, call, scope);
            }
            if (Frameworks.HANDLERS.containsKey(origin)) {
                return new Thing.Nothing("it is an object of a handler class, not the class");
            }
        }
        Optional<String> framework = wrapped(call, scope)
                .filter(Thing.Application.class::isInstance)
                .flatMap(inner -> ((Thing.Application) inner).framework());
        Optional<Entry.Mode> mode = callMode(seen);
        if (mode.isPresent()) {
            return new Thing.Application(mode.get(), framework, scope, call);
        }
        return origins.isEmpty()
                ? new Thing.Nothing("its class has no __call__ that is WSGI or ASGI")
                : new Thing.Unknown("");
    }

    private static Optional<Entry.Mode> callMode(Set<ClassFact> classes) {
        for (ClassFact fact : classes) {
            for (int i = fact.members().size() - 1; i >= 0; i--) {
                Binding member = fact.members().get(i);
                if (member.name().equals("__call__")) {
                    return callMode(member.value());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Entry.Mode> callMode(Value method) {
        if (method.kind() != Value.Kind.FUNCTION) {
            return Optional.of(Entry.Mode.AUTO);
        }
        List<String> parameters = method.items().stream().map(Value::text).toList();
        boolean bound = !parameters.isEmpty() && !parameters.get(0).startsWith("*");
        return Callables.mode(
                method.named().containsKey("async"), bound ? parameters.subList(1, parameters.size()) : parameters);
    }

    private Thing ofFactory(Thing.Function factory, Value call, Scope scope) {
        Optional<FunctionFact> fact = factory.scope().functionFact(factory.value());
        if (fact.isEmpty() || fact.get().async()) {
            return new Thing.Unknown("");
        }
        Scope inside = factory.scope().inside(fact.get());
        Set<Entry.Mode> modes = new HashSet<>();
        Set<Thing> others = new HashSet<>();
        Thing result = wrapped(call, scope).orElseGet(() -> new Thing.Unknown(""));
        for (Value value : fact.get().returns()) {
            Thing thing = resolver.resolve(value, inside);
            if (thing instanceof Thing.Application application) {
                result = modes.isEmpty() ? thing : result;
                modes.add(application.mode());
            } else if (modes.isEmpty() && (thing instanceof Thing.Function || thing instanceof Thing.LocalClass)) {
                result = thing;
                others.add(thing);
            }
        }
        return modes.size() > 1 || (modes.isEmpty() && others.size() > 1) ? new Thing.Unknown("") : result;
    }
}
