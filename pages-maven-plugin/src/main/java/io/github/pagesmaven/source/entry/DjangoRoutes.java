package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Django's URL patterns: those of the file itself, else those of the literal {@code ROOT_URLCONF}. */
final class DjangoRoutes {
    private static final String PATTERNS = "urlpatterns";
    private static final String ROOT = "ROOT_URLCONF";
    private static final int DEPTH_LIMIT = 20;
    private static final int LIMIT = 5_000;

    private final Modules modules;
    private final List<InnerRoute> routes = new ArrayList<>();

    DjangoRoutes(Modules modules) {
        this.modules = modules;
    }

    List<InnerRoute> read(Scope file) {
        if (file.last(PATTERNS) >= 0) {
            readModule(file, "", 0);
        } else if (file.last(ROOT) >= 0) {
            include(file.source().bindings().get(file.last(ROOT)).value(), file, "", 0);
        } else if (file.source().djangoSettings() != null) {
            modules.find(file.source().djangoSettings(), file.module()).ifPresent(settings -> {
                Scope scope = Scope.of(settings.source(), settings.module());
                int index = scope.last(ROOT);
                if (index >= 0) {
                    include(scope.source().bindings().get(index).value(), file, "", 0);
                }
            });
        }
        return routes;
    }

    /** A list may be bound once and grow afterwards. */
    private void readModule(Scope scope, String prefix, int depth) {
        int first = scope.last(PATTERNS);
        List<Binding> bindings = scope.source().bindings();
        while (first > 0 && bindings.get(first).value().text().equals("+=")) {
            first = scope.at(first).last(PATTERNS);
        }
        for (int i = Math.max(0, first); i < bindings.size(); i++) {
            if (bindings.get(i).name().equals(PATTERNS)) {
                readList(bindings.get(i).value(), scope, prefix, depth);
            }
        }
    }

    private void readList(Value list, Scope scope, String prefix, int depth) {
        for (Value item : list.items()) {
            String type = item.kind() == Value.Kind.CALL ? item.items().get(0).text() : "";
            if (item.kind() == Value.Kind.SEQUENCE) {
                readList(item, scope, prefix, depth);
            } else if ((type.endsWith("path") || type.endsWith("url")) && routes.size() < LIMIT) {
                readPattern(item, scope, prefix, depth);
            }
        }
    }

    private void readPattern(Value call, Scope scope, String prefix, int depth) {
        Value route =
                call.items().size() > 1 ? call.items().get(1) : call.named().get("route");
        Value view =
                call.items().size() > 2 ? call.items().get(2) : call.named().get("view");
        if (route == null || route.kind() != Value.Kind.STRING) {
            return;
        }
        String pattern = joined(prefix, route.text());
        Value included = view == null ? null : included(view);
        if (included != null) {
            include(included, scope, pattern, depth + 1);
        } else {
            routes.add(new InnerRoute("*", pattern.startsWith("^") ? pattern : "/" + pattern));
        }
    }

    /** What a view includes, or null when it is a view. */
    private static @Nullable Value included(Value view) {
        boolean call = view.kind() == Value.Kind.CALL && view.items().size() > 1;
        return call && view.items().get(0).text().endsWith("include")
                ? view.items().get(1)
                : null;
    }

    private static String joined(String prefix, String pattern) {
        return prefix.isEmpty() || !pattern.startsWith("^") ? prefix + pattern : prefix + pattern.substring(1);
    }

    /** What is included: a module by its name or itself, a list, or a pair of one of them and a name. */
    private void include(Value included, Scope scope, String prefix, int depth) {
        if (depth > DEPTH_LIMIT) {
            return;
        }
        if (included.kind() == Value.Kind.STRING) {
            readNamed(included.text(), scope, prefix, depth);
        } else if (included.kind() == Value.Kind.SEQUENCE) {
            boolean pair =
                    included.items().size() == 2 && included.items().get(1).kind() == Value.Kind.STRING;
            if (pair) {
                include(included.items().get(0), scope, prefix, depth + 1);
            } else {
                readList(included, scope, prefix, depth);
            }
        } else if (included.kind() == Value.Kind.NAME && scope.last(included.text()) >= 0) {
            Value bound =
                    scope.source().bindings().get(scope.last(included.text())).value();
            if (bound.kind() == Value.Kind.IMPORTED) {
                readNamed(bound.text(), scope, prefix, depth);
            } else {
                readList(bound, scope, prefix, depth);
            }
        }
    }

    private void readNamed(String module, Scope scope, String prefix, int depth) {
        modules.find(module, scope.module())
                .filter(found -> found.rest().isEmpty())
                .ifPresent(found -> readModule(Scope.of(found.source(), found.module()), prefix, depth));
    }
}
