package io.github.pagesmaven.source.entry;

import java.util.List;
import java.util.Optional;

/**
 * What answers requests in a function.
 *
 * @param mode how it is called
 * @param symbol the module-level name that is loaded
 * @param framework in lower case, when it is known
 * @param methods HTTP methods of a handler class, sorted; empty for all other modes
 * @param routes the framework's own literal routes, in order
 * @param line 1-based line where the symbol is bound
 * @param djangoSettings the literal Django settings module
 */
public record Entry(
        Mode mode,
        String symbol,
        Optional<String> framework,
        List<String> methods,
        List<InnerRoute> routes,
        int line,
        Optional<String> djangoSettings) {

    /** How an entry is called. */
    public enum Mode {
        /** A subclass of {@code http.server.BaseHTTPRequestHandler}. */
        HANDLER,
        /** PEP 3333. */
        WSGI,
        /** The ASGI specification, version 3. */
        ASGI,
        /** Decided when the module is loaded. */
        AUTO
    }

    public Entry {
        methods = List.copyOf(methods);
        routes = List.copyOf(routes);
    }
}
