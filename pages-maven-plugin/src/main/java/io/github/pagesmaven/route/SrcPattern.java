package io.github.pagesmaven.route;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a route as the regular expression by which the platform's gateway chooses this function server. Only syntax
 * that RE2, Python, Java and JavaScript share is used, and every literal is escaped. A literal that a client may send
 * percent-encoded matches in both forms, one that NFC and NFD write differently in both.
 */
final class SrcPattern {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";
    private static final String UNESCAPED_IN_PATHS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@";

    private SrcPattern() {}

    /** The anchored expression; one slash at the end of the path is ignored, as the runtime does. */
    static String of(Route route) {
        StringBuilder src = new StringBuilder("^");
        for (Segment segment : route.path().segments()) {
            src.append(
                    switch (segment.kind()) {
                        case LITERAL -> "/" + literal(segment.text());
                        case PARAMETER -> "/([^/]+)";
                        case CATCH_ALL -> "(?:/(.*))?";
                    });
        }
        if (route.path().segments().isEmpty()) {
            return route.mount() ? "^/.*$" : "^/$";
        }
        if (route.mount()) {
            src.append("(?:/.*)?");
        } else if (!endsInCatchAll(route)) {
            src.append("/?");
        }
        return src.append("$").toString();
    }

    private static boolean endsInCatchAll(Route route) {
        return route.path().catchAll() == route.path().segments().size() - 1;
    }

    private static String literal(String text) {
        Set<String> forms = new LinkedHashSet<>();
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        forms.add(escaped(text));
        forms.add(escaped(decomposed));
        forms.add(encoded(text));
        forms.add(encoded(decomposed));
        return forms.size() == 1 ? forms.iterator().next() : "(?:" + String.join("|", forms) + ")";
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(SrcPattern::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        String text = Character.toString(character);
        return SPECIAL.contains(text) ? "\\" + text : text;
    }

    private static String encoded(String text) {
        return text.codePoints()
                .mapToObj(character ->
                        UNESCAPED_IN_PATHS.indexOf(character) >= 0 ? escaped(character) : encoded(character))
                .collect(Collectors.joining());
    }

    private static String encoded(int character) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(digit(unit >> 4)).append(digit(unit));
        }
        return encoded.toString();
    }

    /** RFC 3986, 2.1: the digits of an escape are equal in both cases. */
    private static String digit(int half) {
        char digit = "0123456789ABCDEF".charAt(half & 0xF);
        return digit <= '9' ? String.valueOf(digit) : "[" + digit + Character.toLowerCase(digit) + "]";
    }
}
