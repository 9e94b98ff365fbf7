package io.github.pagesmaven.scan.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TextWriter} has written; a text is decoded when it is met first. */
class TextReader {
    private final byte[] bytes;
    private final @Nullable String[] texts;
    private final int ends;
    private final int characters;
    private int position;

    /** Reads the table that starts at a position, and goes on behind it. */
    TextReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
        this.texts = new String[count()];
        this.ends = position;
        this.characters = ends + Integer.BYTES * texts.length;
        this.position = characters + end(texts.length - 1);
    }

    /** Reads at another position with the same table. */
    TextReader(TextReader other, int position) {
        this.bytes = other.bytes;
        this.texts = other.texts;
        this.ends = other.ends;
        this.characters = other.characters;
        this.position = position;
    }

    private int end(int index) {
        return index < 0 ? 0 : ByteBuffer.wrap(bytes).getInt(ends + Integer.BYTES * index);
    }

    final String text() {
        int index = whole();
        String known = texts[index];
        if (known == null) {
            known = decode(characters + end(index - 1), characters + end(index));
            texts[index] = known;
        }
        return known;
    }

    private String decode(int from, int to) {
        return bytes[from] == 1
                ? ByteBuffer.wrap(bytes, from + 1, to - from - 1).asCharBuffer().toString()
                : new String(bytes, from + 1, to - from - 1, StandardCharsets.ISO_8859_1);
    }

    final long number() {
        long value = 0;
        int shift = 0;
        while (bytes[position] < 0) {
            value |= (long) (bytes[position++] & 0x7F) << shift;
            shift += 7;
        }
        return value | (long) bytes[position++] << shift;
    }

    final int whole() {
        return (int) number();
    }

    /** A number of items that follow, each of at least one byte. */
    final int count() {
        int count = whole();
        if (count < 0 || count > bytes.length - position) {
            throw new IllegalStateException("damaged");
        }
        return count;
    }

    final <T> List<T> list(Supplier<T> reader) {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            items.add(reader.get());
        }
        return items;
    }

    final <T> @Nullable T nullable(Supplier<T> reader) {
        return whole() == 0 ? null : reader.get();
    }

    /** Where a block of bytes starts; reading goes on behind it. */
    final int skip() {
        int length = count();
        int start = position;
        position += length;
        return start;
    }
}
