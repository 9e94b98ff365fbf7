package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the routes that an application registers literally, those of its routers and blueprints included. */
final class RouteReader {
    private static final int LIMIT = 5_000;
    private static final Set<String> INCLUDING = Set.of("include_router", "register_blueprint", "blueprint", "mount");

    private final Resolver resolver;
    private final RouterResolver routers;
    private final Set<InnerRoute> routes = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();

    RouteReader(Resolver resolver, Modules modules) {
        this.resolver = resolver;
        this.routers = new RouterResolver(resolver, modules);
    }

    List<InnerRoute> read(Thing.Application application, Scope asking) {
        Scope scope = Scope.of(application.scope().source(), application.scope().module());
        Value listed = application.call().named().get("routes");
        if (listed != null) {
            readList(listed, scope, "");
        }
        for (String owner : owners(application, scope)) {
            readRegistered(owner, scope, "");
        }
        if (application.framework().equals(Optional.of("bottle"))) {
            readRegistered("", scope, "");
        }
        if (application.framework().equals(Optional.of("django"))) {
            readPatterns(asking);
        }
        return List.copyOf(routes);
    }

    /** The names of a module that hold the application, wrapped or not. */
    private List<String> owners(Thing.Application application, Scope scope) {
        List<String> owners = new ArrayList<>();
        List<Binding> bindings = scope.source().bindings();
        for (int i = 0; i < bindings.size(); i++) {
            String name = bindings.get(i).name();
            if (!owners.contains(name)
                    && bindings.get(i).value().kind() != Value.Kind.IMPORTED
                    && resolver.resolve(bindings.get(i).value(), scope.at(i)) instanceof Thing.Application same
                    && same.call().equals(application.call())) {
                owners.add(name);
            }
        }
        return owners;
    }

    private void readRegistered(String owner, Scope scope, String prefix) {
        if (!visited.add(scope.module() + ":" + owner + ":" + prefix) || visited.size() > LIMIT) {
            return;
        }
        for (Value call : scope.source().registrations()) {
            String function = call.items().get(0).text();
            int dot = function.lastIndexOf('.');
            if (function.substring(0, Math.max(0, dot)).equals(owner)) {
                readCall(function.substring(dot + 1), call, scope, prefix);
            }
        }
    }

    private void readCall(String verb, Value call, Scope scope, String prefix) {
        if (INCLUDING.contains(verb)) {
            readIncluded(verb, call, scope, prefix);
        } else if (Frameworks.REGISTERING.contains(verb) && !verb.contains("websocket")) {
            pattern(call).ifPresent(pattern -> add(verb, call, prefix + pattern));
        }
    }

    private static Optional<String> pattern(Value call) {
        if (call.items().size() > 1) {
            Value first = call.items().get(1);
            return first.kind() == Value.Kind.STRING ? Optional.of(first.text()) : Optional.empty();
        }
        for (String name : List.of("path", "rule", "uri")) {
            Value named = call.named().get(name);
            if (named != null && named.kind() == Value.Kind.STRING) {
                return Optional.of(named.text());
            }
        }
        return Optional.empty();
    }

    private void add(String verb, Value call, String pattern) {
        if (Frameworks.METHOD_VERBS.contains(verb)) {
            routes.add(new InnerRoute(verb.toUpperCase(Locale.ROOT), pattern));
            return;
        }
        boolean resource = verb.equals("add_route")
                && call.items().size() > 2
                && !call.named().containsKey("methods");
        for (String method : resource ? List.of("*") : methods(call)) {
            routes.add(new InnerRoute(method, pattern));
        }
    }

    private static List<String> methods(Value call) {
        Value methods = call.named().getOrDefault("methods", call.named().get("method"));
        if (methods == null) {
            return List.of("GET");
        }
        if (methods.kind() == Value.Kind.STRING) {
            return List.of(methods.text().toUpperCase(Locale.ROOT));
        }
        boolean literal = methods.kind() == Value.Kind.SEQUENCE
                && methods.items().stream().allMatch(item -> item.kind() == Value.Kind.STRING);
        return literal
                ? methods.items().stream()
                        .map(item -> item.text().toUpperCase(Locale.ROOT))
                        .toList()
                : List.of("*");
    }

    private void readIncluded(String verb, Value call, Scope scope, String prefix) {
        boolean mounted = verb.equals("mount");
        int index = mounted ? 2 : 1;
        Value router = call.items().size() > index
                ? call.items().get(index)
                : call.named().get("router");
        if (router == null) {
            return;
        }
        String own = mounted
                ? pattern(call).orElse("")
                : text(call, "prefix").or(() -> text(call, "url_prefix")).orElse("");
        boolean replaces = call.named().containsKey("url_prefix");
        routers.find(router, scope).ifPresent(found -> {
            String inner = replaces
                    ? ""
                    : text(found.call(), "prefix")
                            .or(() -> text(found.call(), "url_prefix"))
                            .orElse("");
            Value listed = found.call().named().get("routes");
            if (listed != null) {
                readList(listed, found.scope(), prefix + own + inner);
            }
            readRegistered(found.name(), found.scope(), prefix + own + inner);
        });
    }

    private static Optional<String> text(Value call, String keyword) {
        Value value = call.named().get(keyword);
        return value != null && value.kind() == Value.Kind.STRING ? Optional.of(value.text()) : Optional.empty();
    }

    /** Reads a list of Starlette's {@code Route} and {@code Mount}. */
    private void readList(Value listed, Scope scope, String prefix) {
        Value list = listed;
        if (listed.kind() == Value.Kind.NAME && scope.last(listed.text()) >= 0) {
            list = scope.source().bindings().get(scope.last(listed.text())).value();
        }
        for (Value item : list.kind() == Value.Kind.SEQUENCE ? list.items() : List.<Value>of()) {
            if (item.kind() != Value.Kind.CALL || routes.size() > LIMIT) {
                continue;
            }
            String type = item.items().get(0).text();
            String pattern = pattern(item).orElse("");
            Value inner = item.named().get("routes");
            if (type.endsWith("Mount") && inner != null) {
                readList(inner, scope, prefix + pattern);
            } else if (type.endsWith("Route") && !type.contains("WebSocket")) {
                add("route", item, prefix + pattern);
            }
        }
    }

    /** Reads Django's {@code urlpatterns} of the file. */
    private void readPatterns(Scope scope) {
        int index = scope.last("urlpatterns");
        if (index < 0) {
            return;
        }
        for (Value item : scope.source().bindings().get(index).value().items()) {
            String type = item.kind() == Value.Kind.CALL ? item.items().get(0).text() : "";
            if (type.endsWith("path") || type.endsWith("url")) {
                boolean included = item.items().size() > 2
                        && item.items().get(2).kind() == Value.Kind.CALL
                        && item.items().get(2).items().get(0).text().endsWith("include");
                if (!included) {
                    pattern(item)
                            .ifPresent(pattern ->
                                    routes.add(new InnerRoute("*", pattern.startsWith("^") ? pattern : "/" + pattern)));
                }
            }
        }
    }
}
