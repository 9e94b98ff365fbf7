package io.github.pagesmaven.source.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression, as far as anybody asks for it. All have the index of their first character and the index after their
 * last one in the text.
 */
public sealed interface Expr {
    /** Index of the first character. */
    int start();

    /** Index after the last character. */
    int end();

    /** A name, in NFKC. */
    record Name(String id, int start, int end) implements Expr {}

    /** An attribute. */
    record Attribute(Expr value, String name, int start, int end) implements Expr {}

    /** A call. */
    record Call(Expr function, List<Argument> arguments, int start, int end) implements Expr {}

    /**
     * An argument of a call.
     *
     * @param keyword its name, {@code **} for a mapping, or null when it is positional
     */
    record Argument(@Nullable String keyword, Expr value) {}

    /** An element of something. */
    record Subscript(Expr value, Expr index, int start, int end) implements Expr {}

    /**
     * One or more adjacent string literals.
     *
     * @param form what the prefixes say
     */
    record Text(Form form, int start, int end) implements Expr {
        /** What the prefixes of a literal say. */
        public enum Form {
            PLAIN,
            BYTES,
            FIELDS,
            TEMPLATE
        }
    }

    /** A number, True, False, None or an ellipsis, as written. */
    record Constant(String text, int start, int end) implements Expr {}

    /** A tuple, list or set display. */
    record Sequence(Shape shape, List<Expr> items, int start, int end) implements Expr {
        /** Which display it is. */
        public enum Shape {
            TUPLE,
            LIST,
            SET
        }
    }

    /**
     * A dictionary display.
     *
     * @param keys a null key stands for {@code **}
     */
    record Dict(List<@Nullable Expr> keys, List<Expr> values, int start, int end) implements Expr {}

    /** An anonymous function. */
    record Lambda(List<String> parameters, int start, int end) implements Expr {}

    /** {@code body if test else orElse}. */
    record Conditional(Expr body, Expr test, Expr orElse, int start, int end) implements Expr {}

    /** Operands joined by {@code and} or {@code or}. */
    record Logical(boolean conjunction, List<Expr> operands, int start, int end) implements Expr {}

    /** {@code not operand}. */
    record Not(Expr operand, int start, int end) implements Expr {}

    /**
     * A chain of comparisons.
     *
     * @param operators as written, {@code not in} and {@code is not} with one space
     * @param operands one more than operators
     */
    record Compare(List<String> operators, List<Expr> operands, int start, int end) implements Expr {}

    /** {@code *value}. */
    record Starred(Expr value, int start, int end) implements Expr {}

    /** {@code target := value}. */
    record Walrus(Expr target, Expr value, int start, int end) implements Expr {}

    /** {@code await value}. */
    record Await(Expr value, int start, int end) implements Expr {}

    /**
     * Anything else.
     *
     * @param what CPython's word for it
     */
    record Opaque(String what, int start, int end) implements Expr {}
}
