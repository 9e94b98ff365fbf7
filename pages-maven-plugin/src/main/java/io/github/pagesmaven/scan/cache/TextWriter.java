package io.github.pagesmaven.scan.cache;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers in groups of seven bits and texts as numbers of a table that holds each of them once. */
class TextWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
        return bytes.size();
    }

    final byte[] toBytes() {
        return bytes.toByteArray();
    }

    final void number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
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
        bytes.writeBytes(content);
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
        whole.bytes.writeBytes(ends.toBytes());
        whole.bytes.writeBytes(table.toBytes());
        return whole.toBytes();
    }

    /** One byte for each character where that is enough, else two: lone surrogates must survive. */
    private void characters(String text) {
        boolean wide = text.chars().anyMatch(character -> character > 0xFF);
        bytes.write(wide ? 1 : 0);
        for (int index = 0; index < text.length(); index++) {
            if (wide) {
                bytes.write(text.charAt(index) >> 8);
            }
            bytes.write(text.charAt(index));
        }
    }

    private void four(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(value >> shift);
        }
    }
}
