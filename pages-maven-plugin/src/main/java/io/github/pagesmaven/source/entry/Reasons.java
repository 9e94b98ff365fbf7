package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Frameworks;

/** Says why a name that looks like an entry is none. */
final class Reasons {
    private Reasons() {}

    private static final String ONLY_A_FUNCTION =
            "only a function assigns it, and nothing shows that this function is called when the file is imported";

    /** Why a value of no other kind is none. */
    static String ofOther(String text) {
        return switch (text) {
            case "del" -> "it is deleted";
            case "global" -> ONLY_A_FUNCTION;
            default -> "it is no application";
        };
    }

    static String why(String symbol, Thing thing) {
        if (thing instanceof Thing.Nothing nothing && nothing.why().equals(ONLY_A_FUNCTION)) {
            return ONLY_A_FUNCTION;
        }
        return symbol.equals("handler") ? whyNoHandler(thing) : whyNoApplication(thing);
    }

    private static String whyNoHandler(Thing thing) {
        if (thing instanceof Thing.Unknown) {
            return "the text does not show that it is a class that derives from http.server.BaseHTTPRequestHandler;"
                    + " write 'class handler(BASE): pass' with its class as BASE";
        }
        return thing instanceof Thing.LocalClass
                ? "the class does not derive from http.server.BaseHTTPRequestHandler"
                : "it is not a class that derives from http.server.BaseHTTPRequestHandler";
    }

    private static String whyNoApplication(Thing thing) {
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
