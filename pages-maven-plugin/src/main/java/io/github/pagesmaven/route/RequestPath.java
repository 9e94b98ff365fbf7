package io.github.pagesmaven.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path as a client sends it, taken apart as the runtime does: split first, then decoded.
 *
 * @param sent its segments as sent
 * @param segments the same, decoded
 * @param fault why it is answered 400; empty when it is not
 */
record RequestPath(List<String> sent, List<String> segments, String fault) {
    RequestPath {
        sent = List.copyOf(sent);
        segments = List.copyOf(segments);
    }

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** Takes a path apart; a query or fragment is cut off, a missing first slash supplied. */
    static RequestPath parse(String target) {
        List<String> sent = split(path(target));
        List<String> segments = new ArrayList<>();
        for (String segment : sent) {
            try {
                segments.add(checked(decode(segment)));
            } catch (IllegalArgumentException | CharacterCodingException e) {
                String why = e instanceof IllegalArgumentException ? e.getMessage() : "is no UTF-8 when decoded";
                return new RequestPath(sent, List.of(), "'" + segment + "' " + why);
            }
        }
        return new RequestPath(sent, segments, "");
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        int fragment = target.indexOf('#');
        int end = query < 0 || (fragment >= 0 && fragment < query) ? fragment : query;
        return end < 0 ? target : target.substring(0, end);
    }

    /** What stands between slashes; behind the last one nothing has to. */
    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = path.startsWith("/") ? 1 : 0;
        for (int end = path.indexOf('/', start); end >= 0; end = path.indexOf('/', start)) {
            parts.add(path.substring(start, end));
            start = end + 1;
        }
        if (start < path.length()) {
            parts.add(path.substring(start));
        }
        return parts;
    }

    private static String checked(String decoded) {
        if (decoded.indexOf('.') < 0) {
            return decoded;
        }
        for (String component : SEPARATOR.split(decoded, -1)) {
            if (component.equals(".") || component.equals("..")) {
                throw new IllegalArgumentException("holds a '" + component + "' component");
            }
        }
        return decoded;
    }

    /** The segments of a path that is not encoded. */
    static List<String> literal(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Whether it has an empty segment, which only the rest of a mount matches. */
    boolean hasGap() {
        return segments.contains("");
    }

    private static String decode(String segment) throws CharacterCodingException {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        byte[] sent = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(sent.length);
        for (int index = 0; index < sent.length; index++) {
            if (sent[index] == '%') {
                decoded.put((byte) (hex(sent, index + 1) * 16 + hex(sent, index + 2)));
                index += 2;
            } else {
                decoded.put(sent[index]);
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    }

    private static int hex(byte[] sent, int index) {
        int digit = index < sent.length ? Character.digit(sent[index], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("holds a malformed percent escape");
        }
        return digit;
    }
}
