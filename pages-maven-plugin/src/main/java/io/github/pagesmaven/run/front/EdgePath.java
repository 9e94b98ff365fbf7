package io.github.pagesmaven.run.front;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request's path, split first and decoded then. Malformed escapes, bytes that are no UTF-8, NUL, and a {@code .} or
 * {@code ..} component in any spelling make it none.
 *
 * @param raw as it was sent
 * @param segments decoded; the last one is empty when the path ends with a slash
 */
record EdgePath(String raw, List<String> segments) {
    /** A component that is . or .., where a component may be parted by an escaped slash. */
    private static final Pattern UPWARDS = Pattern.compile("(?:^|[/\\\\])\\.\\.?(?:$|[/\\\\])");

    EdgePath {
        segments = List.copyOf(segments);
    }

    /** Reads a path; empty when the answer to it is 400. */
    static Optional<EdgePath> of(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (int start = 1; start <= raw.length(); ) {
            int slash = raw.indexOf('/', start);
            int end = slash < 0 ? raw.length() : slash;
            Optional<String> segment = decode(raw.substring(start, end));
            if (segment.isEmpty() || isDangerous(segment.get())) {
                return Optional.empty();
            }
            segments.add(segment.get());
            start = end + 1;
        }
        return Optional.of(new EdgePath(raw, segments));
    }

    private static boolean isDangerous(String segment) {
        return segment.indexOf('\0') >= 0
                || (segment.indexOf('.') >= 0 && UPWARDS.matcher(segment).find());
    }

    private static Optional<String> decode(String part) {
        if (part.indexOf('%') < 0) {
            return Optional.of(part);
        }
        byte[] sent = part.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer decoded = ByteBuffer.allocate(sent.length);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                decoded.put(sent[i]);
                continue;
            }
            int high = i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
            int low = i + 2 < sent.length ? Character.digit(sent[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }

    /** The path with its escapes decoded, as rules compare it. */
    String decoded() {
        return "/" + String.join("/", segments);
    }

    /** The segments without the empty one behind a slash at the end. */
    List<String> names() {
        int last = segments.size() - 1;
        return segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
    }

    boolean endsWithSlash() {
        return raw.endsWith("/");
    }
}
