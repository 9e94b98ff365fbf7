package io.github.pagesmaven.source.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding declared in a comment on the first two lines (PEP 263).
 *
 * @param name as written
 * @param line 1 or 2
 */
record Cookie(String name, int line) {
    private static final Pattern DECLARATION = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
    private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

    static Optional<Cookie> find(byte[] bytes, int from) {
        int firstEnd = lineEnd(bytes, from);
        if (!mayDeclare(bytes, from)) {
            return Optional.empty();
        }
        String first = latin(bytes, from, firstEnd);
        Matcher declared = DECLARATION.matcher(first);
        if (declared.find()) {
            return Optional.of(new Cookie(declared.group(1), 1));
        }
        if (firstEnd >= bytes.length || !BLANK.matcher(first).matches()) {
            return Optional.empty();
        }
        int second = firstEnd + 1;
        if (bytes[firstEnd] == '\r' && second < bytes.length && bytes[second] == '\n') {
            second++;
        }
        declared = DECLARATION.matcher(latin(bytes, second, lineEnd(bytes, second)));
        return declared.find() ? Optional.of(new Cookie(declared.group(1), 2)) : Optional.empty();
    }

    /** Whether a comment begins the first or the second line, as far as a glance tells. */
    private static boolean mayDeclare(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length
                && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\f' || bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i < bytes.length && bytes[i] == '#';
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
