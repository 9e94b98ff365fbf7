package io.github.pagesmaven.route;

import io.github.pagesmaven.route.Explanation.Candidate;
import io.github.pagesmaven.route.Explanation.Verdict;
import io.github.pagesmaven.scan.FunctionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Explains one request. */
final class Explainer {
    /** More than these would hide the answer. */
    private static final int MOST_CANDIDATES = 10;

    private final FunctionTree tree;
    private final RouteTable table;

    Explainer(FunctionTree tree, RouteTable table) {
        this.tree = tree;
        this.table = table;
    }

    Explanation explain(String target, String method) {
        String name = method.toUpperCase(Locale.ROOT);
        RequestPath path = RequestPath.parse(target);
        if (!path.fault().isEmpty()) {
            return without(target, name, Verdict.BAD_REQUEST, path.fault(), List.of());
        }
        List<RouteMatch> matches = RouteWalk.all(table.root(), path.segments());
        List<Candidate> candidates = candidates(path.segments(), matches);
        if (matches.isEmpty()) {
            String reason = path.hasGap() ? "no route matches an empty segment" : "no route matches";
            return without(target, name, Verdict.NOT_FOUND, reason, candidates);
        }
        RouteMatch match = matches.get(0);
        List<String> sent = path.sent();
        Decision decision = decide(match.route(), name);
        return new Explanation(
                target,
                name,
                decision.verdict(),
                decision.reason(),
                Optional.of(match.route()),
                match.params(),
                slashed(sent.subList(0, match.prefixLength())),
                rest(sent.subList(match.prefixLength(), sent.size()), target),
                candidates);
    }

    private record Decision(Verdict verdict, String reason) {}

    private static Decision decide(Route route, String method) {
        List<String> methods = route.entry().methods();
        if (route.framework()) {
            return new Decision(Verdict.FUNCTION, "the application decides what to answer to " + method);
        }
        if (methods.contains(method)) {
            return new Decision(Verdict.FUNCTION, "do_" + method + " answers");
        }
        if (method.equals("HEAD") && methods.contains("GET")) {
            return new Decision(Verdict.FUNCTION, "do_GET answers, and its body is left out");
        }
        String allow = "Allow: " + String.join(", ", allowed(methods));
        return method.equals("OPTIONS")
                ? new Decision(Verdict.OPTIONS, "there is no do_OPTIONS, so the runtime answers with " + allow)
                : new Decision(
                        Verdict.METHOD_NOT_ALLOWED, "the handler has no do_" + method + "; the answer says " + allow);
    }

    private static SortedSet<String> allowed(List<String> methods) {
        SortedSet<String> allowed = new TreeSet<>(methods);
        allowed.add("OPTIONS");
        if (methods.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static Explanation without(
            String target, String method, Verdict verdict, String reason, List<Candidate> candidates) {
        return new Explanation(target, method, verdict, reason, Optional.empty(), Map.of(), "", "", candidates);
    }

    private static String slashed(List<String> segments) {
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    private static String rest(List<String> segments, String target) {
        boolean slash = target.split("[?#]", 2)[0].endsWith("/");
        return segments.isEmpty() ? "/" : slashed(segments) + (slash ? "/" : "");
    }

    private List<Candidate> candidates(List<String> segments, List<RouteMatch> matches) {
        List<Candidate> candidates = new ArrayList<>();
        matches.stream()
                .skip(1)
                .forEach(other -> candidates.add(candidate(
                        other.route(), Precedence.reason(matches.get(0).route(), other.route()))));
        List<Route> matching = matches.stream().map(RouteMatch::route).toList();
        for (Route route : table.routes()) {
            if (!matching.contains(route)) {
                NearMiss.reason(route, segments).ifPresent(reason -> candidates.add(candidate(route, reason)));
            }
        }
        tree.modules().forEach(module -> {
            RoutePattern pattern = RoutePattern.of(module.path());
            if (NearMiss.matches(pattern, segments)) {
                candidates.add(new Candidate(
                        pattern.text(), module.path(), "has no entry point, so it is an auxiliary module"));
            }
        });
        return candidates.stream().limit(MOST_CANDIDATES).toList();
    }

    private static Candidate candidate(Route route, String reason) {
        return new Candidate(route.pattern(), route.file().path(), reason);
    }
}
