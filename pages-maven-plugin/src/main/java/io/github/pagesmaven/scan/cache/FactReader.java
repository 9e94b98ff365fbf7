package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SyntaxProblem;
import io.github.pagesmaven.source.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FactWriter} has written. Damage shows as a RuntimeException. */
final class FactReader {

    private final byte[] bytes;
    private final String[] texts;
    private int position;

    FactReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
        this.texts = new String[count()];
        for (int index = 0; index < texts.length; index++) {
            texts[index] = characters();
        }
    }

    private String characters() {
        long shape = number();
        boolean wide = shape % 2 == 1;
        int length = Math.toIntExact(wide ? shape - 1 : shape / 2);
        String text = wide
                ? ByteBuffer.wrap(bytes, position, length).asCharBuffer().toString()
                : new String(bytes, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (bytes[position] < 0) {
            value |= (long) (bytes[position++] & 0x7F) << shift;
            shift += 7;
        }
        return value | (long) bytes[position++] << shift;
    }

    private int whole() {
        return (int) number();
    }

    /** A number of items that follow, each of at least one byte. */
    int count() {
        int count = whole();
        if (count < 0 || count > bytes.length - position) {
            throw new IllegalStateException("damaged");
        }
        return count;
    }

    String text() {
        return texts[whole()];
    }

    private <T> List<T> list(Supplier<T> reader) {
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

    private <T> @Nullable T nullable(Supplier<T> reader) {
        return whole() == 0 ? null : reader.get();
    }

    CachedSource cached() {
        return new CachedSource(number(), number(), text(), source(), nullable(this::verdict));
    }

    private Verdict verdict() {
        return new Verdict(text(), nullable(this::refusal));
    }

    private Refusal refusal() {
        return new Refusal(text(), text(), whole(), whole(), text());
    }

    private Source source() {
        return new Source(
                nullable(this::problem),
                list(this::statement),
                list(this::binding),
                list(this::type),
                list(this::function),
                list(this::value),
                whole() == 1,
                nullable(this::text));
    }

    private SyntaxProblem problem() {
        return new SyntaxProblem(text(), whole(), whole());
    }

    private Import statement() {
        return new Import(
                text(), Import.Kind.valueOf(text()), whole(), whole(), list(this::text), Import.Kind.valueOf(text()));
    }

    private Binding binding() {
        return new Binding(text(), value(), whole(), whole());
    }

    private ClassFact type() {
        return new ClassFact(text(), list(this::value), list(this::binding), whole());
    }

    private FunctionFact function() {
        return new FunctionFact(
                text(),
                whole() == 1,
                list(this::text),
                list(this::value),
                list(this::binding),
                list(this::value),
                whole());
    }

    private Value value() {
        Value.Kind kind = Value.Kind.valueOf(text());
        String text = text();
        List<Value> items = list(this::value);
        int count = count();
        Map<String, Value> named = count == 0 ? Map.of() : new HashMap<>();
        for (int index = 0; index < count; index++) {
            named.put(text(), value());
        }
        return new Value(kind, text, items, named, whole());
    }
}
