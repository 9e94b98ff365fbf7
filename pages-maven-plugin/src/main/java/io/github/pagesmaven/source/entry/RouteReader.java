package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.Frameworks;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the routes that an application registers literally, those of its routers and blueprints included. */
final class RouteReader {
    private static final int LIMIT = 5_000;
    private static final Set<String> INCLUDING = Set.of("include_router", "register_blueprint", "blueprint", "mount");

    private final Resolver resolver;
    private final RouterResolver routers;
    private final Modules modules;
    private final Set<InnerRoute> routes = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();

    RouteReader(Resolver resolver, Modules modules) {
        this.resolver = resolver;
        this.routers = new RouterResolver(resolver, modules);
        this.modules = modules;
    }

    List<InnerRoute> read(Thing.Application application, Scope asking) {
        Scope scope = application.scope().whole();
        String framework = application.framework().orElse("");
        readMade(application.call(), framework, scope, "");
        for (String owner : owners(application, scope)) {
            readRegistered(owner, framework, scope, "");
        }
        if (framework.equals("bottle")) {
            readRegistered("", framework, scope, "");
        }
        if (framework.equals("django")) {
            routes.addAll(new DjangoRoutes(modules).read(asking));
        }
        return List.copyOf(routes);
    }

    /** Reads the list of routes that an application or a router is made with. */
    private void readMade(Value call, String framework, Scope scope, String prefix) {
        int position = framework.equals("starlette") ? 2 : 1;
        Value listed = call.named().get("routes");
        if (listed == null && call.items().size() > position) {
            listed = call.items().get(position);
        }
        if (listed != null) {
            readList(listed, framework, scope, prefix);
        }
    }

    /** The names of a scope that hold the application, wrapped or not. */
    private List<String> owners(Thing.Application application, Scope scope) {
        List<String> owners = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>(scope.source().bindings());
        int locals = bindings.size();
        bindings.addAll(scope.locals());
        for (int i = scope.function() == null ? 0 : locals; i < bindings.size(); i++) {
            String name = bindings.get(i).name();
            Scope then = i < locals ? scope.at(i) : scope.localsBefore(i - locals);
            if (!owners.contains(name)
                    && bindings.get(i).value().kind() != Value.Kind.IMPORTED
                    && resolver.resolve(bindings.get(i).value(), then) instanceof Thing.Application same
                    && Objects.equals(same.call(), application.call())) {
                owners.add(name);
            }
        }
        return owners;
    }

    private void readRegistered(String owner, String framework, Scope scope, String prefix) {
        if (!visited.add(scope.module() + ":" + owner + ":" + prefix) || visited.size() > LIMIT) {
            return;
        }
        for (Value call : scope.registrations()) {
            String function = call.items().get(0).text();
            int dot = function.lastIndexOf('.');
            String on = function.substring(0, Math.max(0, dot));
            boolean owned = owner.isEmpty() ? isOfBottle(on.isEmpty() ? function : on, scope) : on.equals(owner);
            if (owned) {
                readCall(function.substring(dot + 1), framework, call, scope, prefix);
            }
        }
    }

    /** Bottle's own functions register on its default application. */
    private static boolean isOfBottle(String name, Scope scope) {
        int index = scope.last(name);
        if (index < 0) {
            return false;
        }
        Value value = scope.source().bindings().get(index).value();
        return value.kind() == Value.Kind.IMPORTED
                && (value.text().equals("bottle") || value.text().startsWith("bottle."));
    }

    private void readCall(String verb, String framework, Value call, Scope scope, String prefix) {
        if (INCLUDING.contains(verb)) {
            readIncluded(verb, framework, call, scope, prefix);
        } else if (Frameworks.REGISTERING.contains(verb) && !verb.contains("websocket")) {
            pattern(call).ifPresent(pattern -> add(verb, framework, call, scope, prefix + pattern));
        }
    }

    /** The literal pattern of a route; Sanic's add_route takes it after the function. */
    private static Optional<String> pattern(Value call) {
        for (Value item : call.items().subList(1, Math.min(3, call.items().size()))) {
            if (item.kind() == Value.Kind.STRING) {
                return Optional.of(item.text());
            }
        }
        for (String name : List.of("path", "rule", "uri")) {
            Value named = call.named().get(name);
            if (named != null && named.kind() == Value.Kind.STRING) {
                return Optional.of(named.text());
            }
        }
        return Optional.empty();
    }

    private void add(String verb, String framework, Value call, Scope scope, String pattern) {
        if (Frameworks.METHOD_VERBS.contains(verb)) {
            routes.add(new InnerRoute(verb.toUpperCase(Locale.ROOT), pattern));
            return;
        }
        boolean resource = verb.equals("add_route") && framework.equals("falcon");
        for (String method : resource ? List.of("*") : methods(call, framework, scope)) {
            routes.add(new InnerRoute(method, pattern));
        }
    }

    private static List<String> methods(Value call, String framework, Scope scope) {
        Value methods = call.named().getOrDefault("methods", call.named().get("method"));
        if (methods == null && framework.equals("bottle") && call.items().size() > 2) {
            methods = call.items().get(2);
        }
        if (methods == null) {
            return List.of("GET");
        }
        Value known = literal(methods, scope);
        if (known.kind() == Value.Kind.STRING) {
            return List.of(known.text().toUpperCase(Locale.ROOT));
        }
        boolean literal = known.kind() == Value.Kind.SEQUENCE
                && known.items().stream().allMatch(item -> item.kind() == Value.Kind.STRING);
        return literal
                ? known.items().stream()
                        .map(item -> item.text().toUpperCase(Locale.ROOT))
                        .toList()
                : List.of("*");
    }

    /** What a plain name stands for in its file. */
    private static Value literal(Value value, Scope scope) {
        int index = value.kind() == Value.Kind.NAME ? scope.last(value.text()) : -1;
        return index < 0 ? value : scope.source().bindings().get(index).value();
    }

    private void readIncluded(String verb, String framework, Value call, Scope scope, String prefix) {
        boolean mounted = verb.equals("mount");
        int index = mounted ? 2 : 1;
        Value router = call.items().size() > index
                ? call.items().get(index)
                : call.named().get(mounted ? "app" : "router");
        if (router == null) {
            return;
        }
        String own = mounted
                ? pattern(call).orElse("")
                : text(call, "prefix").or(() -> text(call, "url_prefix")).orElse("");
        boolean replaces = call.named().containsKey("url_prefix");
        readRouter(router, framework, scope, prefix + own, replaces);
    }

    private void readRouter(Value router, String framework, Scope scope, String prefix, boolean replaces) {
        routers.find(router, scope).ifPresent(found -> {
            String inner = replaces
                    ? ""
                    : text(found.call(), "prefix")
                            .or(() -> text(found.call(), "url_prefix"))
                            .orElse("");
            readMade(found.call(), framework, found.scope(), prefix + inner);
            readRegistered(found.name(), framework, found.scope(), prefix + inner);
        });
    }

    private static Optional<String> text(Value call, String keyword) {
        Value value = call.named().get(keyword);
        return value != null && value.kind() == Value.Kind.STRING ? Optional.of(value.text()) : Optional.empty();
    }

    /** Reads a list of Starlette's {@code Route} and {@code Mount}. */
    private void readList(Value listed, String framework, Scope scope, String prefix) {
        Value list = literal(listed, scope);
        for (Value item : list.kind() == Value.Kind.SEQUENCE ? list.items() : List.<Value>of()) {
            if (item.kind() != Value.Kind.CALL || routes.size() > LIMIT) {
                continue;
            }
            String type = item.items().get(0).text();
            String pattern = pattern(item).orElse("");
            if (type.endsWith("Mount")) {
                readMount(item, framework, scope, prefix + pattern);
            } else if (type.endsWith("Route") && !type.contains("WebSocket")) {
                add("route", framework, item, scope, prefix + pattern);
            }
        }
    }

    private void readMount(Value mount, String framework, Scope scope, String prefix) {
        Value inner = mount.named().get("routes");
        if (inner != null) {
            readList(inner, framework, scope, prefix);
            return;
        }
        Value app =
                mount.items().size() > 2 ? mount.items().get(2) : mount.named().get("app");
        if (app != null) {
            readRouter(app, framework, scope, prefix, false);
        }
    }
}
