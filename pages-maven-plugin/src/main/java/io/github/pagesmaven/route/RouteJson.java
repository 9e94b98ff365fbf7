package io.github.pagesmaven.route;

import io.github.pagesmaven.json.JsonText;
import io.github.pagesmaven.scan.folder.PathOrder;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the route table for machines; the same table gives the same bytes. */
public final class RouteJson {
    /** The name by which the platform knows a Python function server. */
    private static final String SERVER = "api-python";

    /** Static, then dynamic, then catch-all; the longer path first: the order of the platform's own builder. */
    private static final Comparator<Route> PLATFORM_ORDER = Comparator.comparingInt(RouteJson::rank)
            .thenComparingInt(route -> -route.path().named().length())
            .thenComparing(route -> route.path().named(), PathOrder.BY_CODE_POINT)
            .thenComparing(route -> route.file().path(), PathOrder.BY_CODE_POINT);

    private RouteJson() {}

    /** The bundle's {@code config.json}: the platform's route list, the functions, and the tree that is walked. */
    public static byte[] config(RouteTable table) {
        return JsonText.of(document(table, false));
    }

    /** {@code target/pages/routes.json}: the same, with the applications' own routes. */
    public static byte[] report(RouteTable table) {
        return JsonText.of(document(table, true));
    }

    /** The functions of the report, on one line. */
    public static String functions(RouteTable table) {
        return JsonText.line(document(table, true).getOrDefault("functions", List.of()));
    }

    /** One explanation. */
    public static byte[] explanation(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", explanation.path());
        json.put("method", explanation.method());
        json.put("verdict", lower(explanation.verdict()));
        if (explanation.verdict().status() != 0) {
            json.put("status", explanation.verdict().status());
        }
        json.put("reason", explanation.reason());
        explanation.route().ifPresent(route -> {
            json.put("file", route.file().path());
            json.put("pattern", route.pattern());
            json.put("mode", lower(route.entry().mode()));
            json.put("params", explanation.params());
            json.put("prefix", explanation.prefix());
            json.put("rest", explanation.rest());
        });
        json.put(
                "candidates",
                explanation.candidates().stream().map(RouteJson::candidate).toList());
        return JsonText.of(json);
    }

    private static Map<String, Object> document(RouteTable table, boolean innerRoutes) {
        List<Route> functions = table.routes().stream()
                .sorted(Comparator.comparing(route -> route.file().path(), PathOrder.BY_CODE_POINT))
                .toList();
        IdentityHashMap<Route, Integer> indexes = new IdentityHashMap<>();
        functions.forEach(route -> indexes.put(route, indexes.size()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("server-name", SERVER);
        json.put("runtime", "python");
        json.put(
                "routes",
                table.routes().stream()
                        .sorted(PLATFORM_ORDER)
                        .map(RouteJson::platformRoute)
                        .toList());
        json.put(
                "functions",
                functions.stream().map(route -> function(route, innerRoutes)).toList());
        json.put("tree", node(table.root(), indexes));
        return json;
    }

    private static int rank(Route route) {
        return route.catchAll() ? 2 : route.params().isEmpty() ? 0 : 1;
    }

    private static Map<String, Object> platformRoute(Route route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("src", SrcPattern.of(route));
        json.put("path", route.path().named());
        json.put("file", route.file().path());
        if (!route.params().isEmpty()) {
            json.put("params", route.params());
        }
        if (route.catchAll()) {
            json.put("isCatchAll", true);
        }
        json.put("method", route.entry().methods());
        json.put("isFramework", route.framework());
        return json;
    }

    private static Map<String, Object> function(Route route, boolean innerRoutes) {
        Entry entry = route.entry();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", route.file().path());
        json.put("pattern", route.pattern());
        json.put("mode", lower(entry.mode()));
        json.put("symbol", entry.symbol());
        json.put("framework", entry.framework().orElse(null));
        json.put("params", route.params());
        json.put("methods", entry.methods());
        json.put("line", entry.line());
        if (innerRoutes) {
            json.put(
                    "routes", entry.routes().stream().map(RouteJson::innerRoute).toList());
        }
        return json;
    }

    private static Map<String, Object> innerRoute(InnerRoute route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", route.method());
        json.put("pattern", route.pattern());
        return json;
    }

    private static Map<String, Object> candidate(Explanation.Candidate candidate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pattern", candidate.pattern());
        json.put("file", candidate.file());
        json.put("reason", candidate.reason());
        return json;
    }

    private static Map<String, Object> node(RouteNode node, IdentityHashMap<Route, Integer> indexes) {
        Map<String, Object> json = new LinkedHashMap<>();
        node.exact().ifPresent(route -> json.put("exact", indexes.get(route)));
        node.mount().ifPresent(route -> json.put("mount", indexes.get(route)));
        if (!node.literals().isEmpty()) {
            Map<String, Object> literals = new LinkedHashMap<>();
            node.literals().forEach((text, child) -> literals.put(text, node(child, indexes)));
            json.put("literal", literals);
        }
        node.parameter().ifPresent(child -> json.put("parameter", node(child, indexes)));
        if (node.rest().isPresent() || !node.suffixes().isEmpty()) {
            json.put("catchAll", catchAll(node, indexes));
        }
        return json;
    }

    private static Map<String, Object> catchAll(RouteNode node, IdentityHashMap<Route, Integer> indexes) {
        Map<String, Object> json = new LinkedHashMap<>();
        node.rest().ifPresent(route -> json.put("function", indexes.get(route)));
        if (!node.suffixes().isEmpty()) {
            json.put(
                    "suffixes",
                    node.suffixes().stream()
                            .map(suffix -> suffix(suffix, indexes))
                            .toList());
        }
        return json;
    }

    private static Map<String, Object> suffix(RouteNode.Suffix suffix, IdentityHashMap<Route, Integer> indexes) {
        List<Object> segments = new ArrayList<>();
        suffix.segments().forEach(segment -> segments.add(segment.isLiteral() ? segment.text() : null));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("segments", segments);
        json.put("exact", indexes.get(suffix.route()));
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
