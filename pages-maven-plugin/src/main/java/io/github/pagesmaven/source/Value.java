package io.github.pagesmaven.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Python expression as far as entries and routes need it; what they do not need is {@link Kind#OTHER}.
 *
 * @param kind what it is
 * @param text the dotted name, the literal's text, the attribute; empty where the kind has none
 * @param items the parts in order: a call's function and then its arguments, a collection's elements
 * @param named the keyword arguments of a call, the string keys of a dictionary
 * @param line 1-based
 */
public record Value(Kind kind, String text, List<Value> items, Map<String, Value> named, int line) {

    /** What an expression is. */
    public enum Kind {
        /** A name or a dotted chain of names. */
        NAME,
        /** An attribute of something that is no name. */
        ATTRIBUTE,
        /** A call: the function first, then the arguments. */
        CALL,
        /** A string literal. */
        STRING,
        /** A number, True, False, None or an ellipsis. */
        CONSTANT,
        /** A list, tuple or set. */
        SEQUENCE,
        /** A dictionary; values of string keys are named. */
        DICT,
        /** An anonymous function; the text lists its parameters, separated by commas. */
        LAMBDA,
        /** One of its items: a conditional expression, {@code or}, {@code and}. */
        CHOICE,
        /** An element of its first item. */
        SUBSCRIPT,
        /** Bound by an import; the text is the dotted origin, with its dots when relative. */
        IMPORTED,
        /** A class statement of this file; the text is its name. */
        CLASS,
        /** A def statement; the text is its name, the items its parameters; {@code async} is named for a coroutine. */
        FUNCTION,
        /** Anything else. */
        OTHER
    }

    public Value {
        items = List.copyOf(items);
        named = named.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(named));
    }

    static Value leaf(Kind kind, String text, int line) {
        return new Value(kind, text, List.of(), Map.of(), line);
    }
}
