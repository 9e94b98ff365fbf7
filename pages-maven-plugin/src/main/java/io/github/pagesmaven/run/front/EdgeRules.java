package io.github.pagesmaven.run.front;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.platform.HeaderRule;
import io.github.pagesmaven.platform.Redirect;
import io.github.pagesmaven.platform.Rewrite;
import io.github.pagesmaven.platform.RulePattern;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of edgeone.json, applied to one path each. */
final class EdgeRules {
    private static final Pattern EXTENSION = Pattern.compile(".*/[^/]*\\.[^/]+/?");

    private final EdgeoneJson json;

    EdgeRules(EdgeoneJson json) {
        this.json = json;
    }

    /** An answer that sends the client elsewhere. */
    record Elsewhere(String rule, int statusCode, String location) {}

    /** The first redirect that matches, else what trailingSlash demands. */
    Optional<Elsewhere> redirect(HttpServerExchange exchange, EdgePath path) {
        for (Redirect redirect : json.redirects()) {
            Optional<String> location = location(redirect, path);
            if (location.isPresent()) {
                String rule = "redirects[" + redirect.index() + "]";
                return Optional.of(new Elsewhere(rule, redirect.statusCode(), withQuery(exchange, location.get())));
            }
        }
        return trailingSlash(path).map(target -> new Elsewhere("trailingSlash", 308, withQuery(exchange, target)));
    }

    /** Only the platform knows a project's own domains: $host and $wwwhost match no path. */
    private static Optional<String> location(Redirect redirect, EdgePath path) {
        return redirect.source()
                .match(path.raw())
                .or(() -> redirect.source().match(path.decoded()))
                .map(values -> RulePattern.fill(redirect.destination(), values));
    }

    private static String withQuery(HttpServerExchange exchange, String location) {
        String query = exchange.getQueryString();
        return query.isEmpty() || location.contains("?") ? location : location + "?" + query;
    }

    private Optional<String> trailingSlash(EdgePath path) {
        String raw = path.raw();
        if (json.trailingSlash().isEmpty() || raw.equals("/") || raw.startsWith("//")) {
            return Optional.empty();
        }
        boolean wanted = json.trailingSlash().get() && !EXTENSION.matcher(raw).matches();
        if (wanted == path.endsWithSlash()) {
            return Optional.empty();
        }
        return Optional.of(wanted ? raw + "/" : raw.replaceFirst("/+$", ""));
    }

    /** The path of a static file that the first matching rewrite names, with the rule's name. */
    Optional<Elsewhere> rewrite(EdgePath path) {
        for (Rewrite rewrite : json.rewrites()) {
            Optional<String> target =
                    rewrite.source().match(path.raw()).map(values -> RulePattern.fill(rewrite.destination(), values));
            if (target.isPresent()) {
                return Optional.of(new Elsewhere("rewrites[" + rewrite.index() + "]", 200, target.get()));
            }
        }
        return Optional.empty();
    }

    /** Sets the headers of all rules that match. */
    void addHeaders(HttpServerExchange exchange, EdgePath path) {
        for (HeaderRule rule : json.headers()) {
            if (rule.source().matches(path.raw())) {
                rule.headers().forEach(header -> exchange.getResponseHeaders()
                        .put(HttpString.tryFromString(header.name()), header.value()));
            }
        }
    }
}
