package io.github.pagesmaven.source;

import io.github.pagesmaven.source.Value.Kind;
import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Literals;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns expressions into values, down to a depth that no honest source has. */
final class Values {
    private static final int DEPTH_LIMIT = 30;

    private final SourceText text;

    Values(SourceText text) {
        this.text = text;
    }

    Value of(Expr expr) {
        return convert(expr, 0);
    }

    /** The dotted name that an expression is, or an empty string. */
    static String dotted(Expr expr) {
        if (expr instanceof Expr.Name name) {
            return name.id();
        }
        List<String> parts = new ArrayList<>();
        Expr inner = expr;
        while (inner instanceof Expr.Attribute attribute) {
            parts.add(0, attribute.name());
            inner = attribute.value();
        }
        if (!(inner instanceof Expr.Name name) || parts.size() > DEPTH_LIMIT) {
            return "";
        }
        return name.id() + "." + String.join(".", parts);
    }

    private Value convert(Expr expr, int depth) {
        int line = text.line(expr.start());
        if (depth > DEPTH_LIMIT) {
            return Value.leaf(Kind.OTHER, "", line);
        }
        if (expr instanceof Expr.Text literal) {
            return Literals.value(text, literal)
                    .map(value -> Value.leaf(Kind.STRING, value, line))
                    .orElseGet(() -> Value.leaf(Kind.CONSTANT, "", line));
        }
        if (expr instanceof Expr.Constant constant) {
            return Value.leaf(Kind.CONSTANT, constant.text(), line);
        }
        if (expr instanceof Expr.Lambda lambda) {
            return Value.leaf(Kind.LAMBDA, String.join(",", lambda.parameters()), line);
        }
        if (expr instanceof Expr.Name || expr instanceof Expr.Attribute) {
            return name(expr, depth, line);
        }
        return expr instanceof Expr.Call call ? call(call, depth, line) : compound(expr, depth, line);
    }

    private Value name(Expr expr, int depth, int line) {
        String dotted = dotted(expr);
        if (!dotted.isEmpty() || !(expr instanceof Expr.Attribute attribute)) {
            return Value.leaf(dotted.isEmpty() ? Kind.OTHER : Kind.NAME, dotted, line);
        }
        return new Value(
                Kind.ATTRIBUTE, attribute.name(), List.of(convert(attribute.value(), depth + 1)), Map.of(), line);
    }

    private Value call(Expr.Call call, int depth, int line) {
        List<Value> items = new ArrayList<>(call.arguments().size() + 1);
        Map<String, Value> named = Map.of();
        items.add(convert(call.function(), depth + 1));
        for (Expr.Argument argument : call.arguments()) {
            String keyword = argument.keyword();
            Value value = convert(argument.value(), depth + 1);
            if (keyword == null) {
                items.add(value);
            } else {
                named = named.isEmpty() ? new TreeMap<>() : named;
                named.put(keyword, value);
            }
        }
        return new Value(Kind.CALL, "", items, named, line);
    }

    private Value compound(Expr expr, int depth, int line) {
        if (expr instanceof Expr.Sequence sequence) {
            return group(Kind.SEQUENCE, sequence.items(), depth, line);
        }
        if (expr instanceof Expr.Dict dict) {
            return dict(dict, depth, line);
        }
        if (expr instanceof Expr.Conditional choice) {
            return group(Kind.CHOICE, List.of(choice.body(), choice.orElse()), depth, line);
        }
        if (expr instanceof Expr.Logical logical) {
            return group(Kind.CHOICE, logical.operands(), depth, line);
        }
        if (expr instanceof Expr.Subscript subscript) {
            return group(Kind.SUBSCRIPT, List.of(subscript.value()), depth, line);
        }
        if (expr instanceof Expr.Walrus walrus) {
            return convert(walrus.value(), depth + 1);
        }
        return Value.leaf(Kind.OTHER, "", line);
    }

    private Value group(Kind kind, List<Expr> parts, int depth, int line) {
        List<Value> items = new ArrayList<>(parts.size());
        for (Expr part : parts) {
            items.add(convert(part, depth + 1));
        }
        return new Value(kind, "", items, Map.of(), line);
    }

    private Value dict(Expr.Dict dict, int depth, int line) {
        Map<String, Value> named = new TreeMap<>();
        for (int i = 0; i < dict.values().size(); i++) {
            Expr key = dict.keys().get(i);
            if (key instanceof Expr.Text literal) {
                Value value = convert(dict.values().get(i), depth + 1);
                Literals.value(text, literal).ifPresent(name -> named.put(name, value));
            }
        }
        return new Value(Kind.DICT, "", List.of(), named, line);
    }
}
