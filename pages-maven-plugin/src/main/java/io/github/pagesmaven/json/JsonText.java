package io.github.pagesmaven.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists and scalars as JSON (RFC 8259). Every build writes some lines of it, and loading a library for them
 * takes longer than all that is written.
 */
public final class JsonText {
    /** The depth of what stands on one line. */
    private static final int FLAT = -1;

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** The indented text in UTF-8, with a line end after it. */
    public static byte[] of(Map<String, Object> json) {
        JsonText text = new JsonText();
        text.value(json, 0);
        return text.out.append('\n').toString().getBytes(UTF_8);
    }

    /** The text on one line. */
    public static String line(Object json) {
        JsonText text = new JsonText();
        text.value(json, FLAT);
        return text.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Iterable<?> list) {
            array(list, depth);
        } else if (value == null || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            string((String) value);
        }
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            next(first, depth);
            first = false;
            string(String.valueOf(entry.getKey()));
            out.append(depth == FLAT ? ":" : " : ");
            value(entry.getValue(), inside(depth));
        }
        end(first, depth, '}');
    }

    private void array(Iterable<?> list, int depth) {
        out.append('[');
        Iterator<?> elements = list.iterator();
        boolean empty = !elements.hasNext();
        for (boolean first = true; elements.hasNext(); first = false) {
            next(first, depth);
            value(elements.next(), inside(depth));
        }
        end(empty, depth, ']');
    }

    private static int inside(int depth) {
        return depth == FLAT ? FLAT : depth + 1;
    }

    private void next(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        if (depth != FLAT) {
            line(depth + 1);
        }
    }

    private void end(boolean empty, int depth, char bracket) {
        if (depth != FLAT && empty) {
            out.append(' ');
        } else if (depth != FLAT) {
            line(depth);
        }
        out.append(bracket);
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"' || one == '\\') {
                out.append('\\').append(one);
            } else if (one < ' ') {
                control(one);
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }

    private void control(char one) {
        switch (one) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(one >> 4)).append(HEX.charAt(one & 0xF));
        }
    }
}
