package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Frameworks;

/** Says why a name that looks like an entry is none. */
final class Reasons {
    private Reasons() {}

    static String why(String symbol, Thing thing) {
        if (symbol.equals("handler")) {
            return thing instanceof Thing.LocalClass
                    ? "the class does not derive from http.server.BaseHTTPRequestHandler"
                    : "it is not a class that derives from http.server.BaseHTTPRequestHandler";
        }
        if (thing instanceof Thing.Nothing nothing) {
            return nothing.why();
        }
        if (thing instanceof Thing.Collection) {
            return "it is a collection";
        }
        if (thing instanceof Thing.LocalClass) {
            return "it is a class, not an application";
        }
        if (thing instanceof Thing.Origin origin && Frameworks.APPLICATIONS.containsKey(origin.dotted())) {
            return "it is " + origin.dotted() + " itself, which is not called";
        }
        if (thing instanceof Thing.Origin origin && Resolver.isPlain(origin.dotted())) {
            return "it comes from the standard library";
        }
        if (thing instanceof Thing.Function function) {
            return "a WSGI function takes (environ, start_response), an ASGI function is async and takes"
                    + " (scope, receive, send), and this one takes (" + String.join(", ", function.parameters())
                    + ")";
        }
        return "it is neither a WSGI nor an ASGI application";
    }
}
