package io.github.pagesmaven.scan.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers in groups of seven bits and texts as numbers of a table that holds each of them once. */
class TextWriter {
    private byte[] bytes = new byte[256];
    private int size;
    private final Map<String, Integer> texts;

    TextWriter() {
        this(new LinkedHashMap<>());
    }

    /** Another stream of bytes whose texts go to the same table. */
    TextWriter(TextWriter other) {
        this(other.texts);
    }

    private TextWriter(Map<String, Integer> texts) {
        this.texts = texts;
    }

    final int size() {
        return size;
    }

    final byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void add(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    private void add(byte[] content) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, size + content.length));
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    final void number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            add((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        add((int) left);
    }

    final void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    final <T> void list(Collection<T> items, Consumer<T> writer) {
        number(items.size());
        items.forEach(writer);
    }

    final <T> void nullable(@Nullable T item, Consumer<T> writer) {
        number(item == null ? 0 : 1);
        if (item != null) {
            writer.accept(item);
        }
    }

    final void bytes(byte[] content) {
        number(content.length);
        add(content);
    }

    /** The table: how many texts, where each ends, and the texts. */
    final byte[] table() {
        TextWriter table = new TextWriter();
        TextWriter ends = new TextWriter();
        for (String text : texts.keySet()) {
            table.characters(text);
            ends.four(table.size());
        }
        TextWriter whole = new TextWriter();
        whole.number(texts.size());
        whole.add(ends.toBytes());
        whole.add(table.toBytes());
        return whole.toBytes();
    }

    /** One byte for each character where that is enough, else two: lone surrogates must survive. */
    private void characters(String text) {
        boolean wide = isWide(text);
        add(wide ? 1 : 0);
        for (int index = 0; index < text.length(); index++) {
            if (wide) {
                add(text.charAt(index) >> 8);
            }
            add(text.charAt(index));
        }
    }

    private static boolean isWide(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    private void four(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            add(value >> shift);
        }
    }
}
