package io.github.pagesmaven.route;

import java.text.Normalizer;

/**
 * What stands between two slashes of a route.
 *
 * @param kind how much it matches
 * @param text a literal in NFC, or the name of the parameter or catch-all
 */
record Segment(Kind kind, String text) {

    /** How much a segment matches; in the order of precedence. */
    enum Kind {
        /** Its own text. */
        LITERAL,
        /** One segment that is not empty. */
        PARAMETER,
        /** Any number of segments. */
        CATCH_ALL
    }

    /** Reads the name of a folder, or of a file without its suffix; a misshapen name is a literal. */
    static Segment of(String name) {
        if (name.length() > 4 && name.startsWith("[[") && name.endsWith("]]")) {
            return new Segment(Kind.CATCH_ALL, name.substring(2, name.length() - 2));
        }
        if (name.length() > 2 && name.startsWith("[") && name.endsWith("]")) {
            return new Segment(Kind.PARAMETER, name.substring(1, name.length() - 1));
        }
        return new Segment(Kind.LITERAL, nfc(name));
    }

    /** The form in which names are compared. */
    static String nfc(String name) {
        return isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Most names are, and then the tables of Unicode need not be loaded. */
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a literal and a client's segment is equal to it. */
    boolean is(String sent) {
        return isLiteral() && text.equals(nfc(sent));
    }

    boolean isLiteral() {
        return kind == Kind.LITERAL;
    }

    /** Whether two segments match the same. */
    boolean sameShape(Segment other) {
        return kind == other.kind && (!isLiteral() || text.equals(other.text));
    }

    /** How the platform writes it: {@code users}, {@code :id}, {@code *}. */
    String shown() {
        return switch (kind) {
            case LITERAL -> literal();
            case PARAMETER -> ":" + text;
            case CATCH_ALL -> "*";
        };
    }

    /** How the platform's own list writes it: a catch-all has its name, {@code :path*}. */
    String named() {
        return kind == Kind.CATCH_ALL ? ":" + text + "*" : shown();
    }

    /** A file called {@code :id} is no parameter, so its first character is escaped. */
    private String literal() {
        if (text.startsWith(":") || text.equals("*")) {
            return (text.startsWith(":") ? "%3A" : "%2A") + text.substring(1);
        }
        return text;
    }
}
