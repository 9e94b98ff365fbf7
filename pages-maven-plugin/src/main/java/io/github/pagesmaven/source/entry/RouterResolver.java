package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Value;
import java.util.List;
import java.util.Optional;

/** Finds the routers and blueprints that applications include, in the file or in an imported one. */
final class RouterResolver {
    private final Resolver resolver;
    private final Modules modules;

    RouterResolver(Resolver resolver, Modules modules) {
        this.resolver = resolver;
        this.modules = modules;
    }

    /**
     * A router.
     *
     * @param name what it is called in its module
     * @param call what makes it
     */
    record Router(String name, Scope scope, Value call) {}

    Optional<Router> find(Value value, Scope scope) {
        if (value.kind() != Value.Kind.NAME) {
            return Optional.empty();
        }
        List<String> parts = List.of(value.text().split("\\."));
        int index = scope.last(parts.get(0));
        if (index < 0) {
            return Optional.empty();
        }
        Binding binding = scope.source().bindings().get(index);
        if (binding.value().kind() == Value.Kind.IMPORTED) {
            String rest = value.text().substring(parts.get(0).length());
            return imported(binding.value().text() + rest, scope);
        }
        return parts.size() == 1 ? local(binding, scope) : Optional.empty();
    }

    private Optional<Router> local(Binding binding, Scope scope) {
        Value call = binding.value();
        if (call.kind() != Value.Kind.CALL) {
            return Optional.empty();
        }
        Thing function = resolver.resolve(call.items().get(0), scope);
        boolean router = function instanceof Thing.Origin origin
                && (Frameworks.ROUTERS.contains(origin.dotted())
                        || Frameworks.APPLICATIONS.containsKey(origin.dotted()));
        return router ? Optional.of(new Router(binding.name(), scope, call)) : Optional.empty();
    }

    private Optional<Router> imported(String dotted, Scope scope) {
        return modules.find(dotted, scope.module())
                .filter(found -> found.rest().size() == 1)
                .flatMap(found -> {
                    Scope module = Scope.of(found.source(), found.module());
                    int index = module.last(found.rest().get(0));
                    return index < 0
                            ? Optional.empty()
                            : local(found.source().bindings().get(index), module);
                });
    }
}
