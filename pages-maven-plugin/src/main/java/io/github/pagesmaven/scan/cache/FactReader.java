package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SyntaxProblem;
import io.github.pagesmaven.source.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link FactWriter} has written. */
final class FactReader extends TextReader {
    FactReader(TextReader table, int position) {
        super(table, position);
    }

    Source source() {
        return new Source(
                nullable(this::problem),
                list(this::statement),
                list(this::binding),
                list(this::type),
                list(this::function),
                list(this::value),
                whole() == 1,
                nullable(this::text),
                whole() == 1);
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
