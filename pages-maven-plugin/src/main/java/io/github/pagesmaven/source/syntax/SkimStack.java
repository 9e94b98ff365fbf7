package io.github.pagesmaven.source.syntax;

import java.util.List;

/** What is open while an expression is skimmed: brackets, and the places between {@code if} and {@code else}. */
final class SkimStack {
    /** Outside of all brackets. */
    static final byte TOP = 0;
    /** Between if and else. */
    static final byte TEST = 1;
    /** In a comprehension, after in. */
    static final byte SOURCE = 2;
    /** In a string with fields. */
    static final byte TEXT = 3;
    /** In a field of a string. */
    static final byte FIELD = 4;
    /** In the specifier of a field. */
    static final byte FORMAT = 5;

    static final byte CALL = 6;
    static final byte INDEX = 7;
    static final byte GROUP = 8;
    static final byte LIST = 9;
    /** After an opening brace: a set or a dictionary. */
    static final byte BRACE = 10;

    static final byte SET = 11;
    static final byte KEY = 12;
    static final byte VALUE = 13;

    /** The item is an operand without operators. */
    static final int PLAIN = 1;
    /** A comma was there. */
    static final int COMMA = 2;
    /** An item before the last comma is no target. */
    static final int MISSES = 4;
    /** The item has one or two stars, or is a named argument. */
    static final int MARKED = 8;
    /** An argument before had a name. */
    static final int KEYWORD = 16;
    /** An argument before had two stars. */
    static final int MAPPING = 32;
    /** One colon of a slice; two are twice as much. */
    static final int SLICE = 64;

    /** An operand of which nobody asks more than where it ends. */
    static final Expr OPERAND = new Expr.Opaque("expression", 0, 0);
    /** An operand that may be assigned to, and annotated. */
    static final Expr TARGET = new Expr.Subscript(OPERAND, OPERAND, 0, 0);
    /** A display of operands that may be assigned to. */
    static final Expr TARGETS = new Expr.Sequence(Expr.Sequence.Shape.TUPLE, List.of(), 0, 0);

    /** Enough for the brackets in all depths that the tokenizer lets pass. */
    private static final int LIMIT = 500;

    /** What is open. */
    byte context;
    /** How tightly an operator must bind at least. */
    int floor;
    /** What is known of the item that is read, and of those before it. */
    int flags;
    /** What the last operand is: {@link #OPERAND}, {@link #TARGET} or {@link #TARGETS}. */
    Expr shape = OPERAND;

    private final byte[] contexts = new byte[LIMIT];
    private final byte[] floors = new byte[LIMIT];
    private final short[] marks = new short[LIMIT];
    private int depth;

    /** Begins outside of all brackets. */
    void begin(int weakest) {
        depth = 0;
        context = TOP;
        floor = weakest;
        flags = PLAIN;
    }

    /** Opens something; false when too much is open. */
    boolean open(byte opened, int weakest) {
        if (depth == LIMIT) {
            return false;
        }
        contexts[depth] = context;
        floors[depth] = (byte) floor;
        marks[depth++] = (short) flags;
        context = opened;
        floor = weakest;
        flags = PLAIN;
        return true;
    }

    boolean close() {
        context = contexts[--depth];
        floor = floors[depth];
        flags = marks[depth];
        return true;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag) {
        flags |= flag;
    }

    /** What several items with commas between them are. */
    static Expr several(boolean targets) {
        return targets ? TARGETS : OPERAND;
    }

    /** Takes note of an operator: what is read is no mere operand. */
    void operator() {
        flags &= ~PLAIN;
    }

    /** What the whole item is. */
    Expr item() {
        return has(PLAIN) ? shape : OPERAND;
    }

    /** Ends an item and begins the next one; false when no item may follow here. */
    boolean next() {
        if (context < CALL || context == KEY) {
            return false;
        }
        int misses = item() == OPERAND ? MISSES : 0;
        flags = (flags & (MISSES | KEYWORD | MAPPING)) | misses | COMMA | PLAIN;
        floor = Operators.CONDITIONAL;
        context = context == BRACE ? SET : context == VALUE ? KEY : context;
        return true;
    }

    /** Goes from the expression in a field to its specifier. */
    boolean format() {
        context = FORMAT;
        return true;
    }

    /** Ends a string with fields; false when something in it is open. */
    boolean endText() {
        boolean possible = context == TEXT;
        shape = OPERAND;
        return close() && possible;
    }

    /** Ends a field after its specifier; false when it has none. */
    boolean endFormat() {
        return context == FORMAT && close();
    }

    /** Goes from a key to its value; false when there is none. */
    boolean value() {
        boolean key = (context == BRACE || context == KEY) && !has(MARKED);
        context = VALUE;
        return key;
    }

    /** Takes note of a colon in an index; false when it is one too many. */
    boolean slice() {
        boolean possible = context == INDEX && !has(2 * SLICE);
        flags = (flags & ~PLAIN) + SLICE;
        return possible;
    }

    /** Takes note of a star before an item; false when none may stand there. */
    boolean star() {
        set(MARKED);
        if (context == CALL) {
            return !has(MAPPING);
        }
        floor = Operators.BAR;
        return context == GROUP || context == LIST || context == BRACE || context == SET;
    }

    /** Takes note of two stars before an item; false when none may stand there. */
    boolean mapping() {
        set(MARKED);
        if (context == CALL) {
            set(MAPPING);
            return true;
        }
        boolean dictionary = context == BRACE || context == KEY;
        context = VALUE;
        floor = Operators.BAR;
        return dictionary;
    }

    /** Begins a clause of a comprehension; false when none may stand here. */
    boolean comprehension() {
        boolean possible = context == SOURCE
                || (!has(COMMA | MARKED) && context >= CALL && context != INDEX && context != SET && context != KEY);
        context = SOURCE;
        floor = Operators.OR;
        return possible;
    }

    /** Closes a bracket after an item; false when it may not be closed here. */
    boolean closeAfterItem() {
        boolean single = context == GROUP && !has(COMMA);
        if ((context < CALL && context != SOURCE) || context == KEY || (single && has(MARKED))) {
            return false;
        }
        close(single ? item() : item() == OPERAND ? OPERAND : TARGETS);
        return true;
    }

    /** Closes a bracket that is empty, or has a comma at its end. */
    boolean closeAfterComma(boolean empty) {
        if (context < CALL || context == VALUE || (empty && context == INDEX)) {
            return false;
        }
        close(TARGETS);
        return true;
    }

    /** Closes a bracket. */
    void close(Expr items) {
        boolean display = context == GROUP || context == LIST;
        shape = display && !has(MISSES) ? items : context == INDEX ? TARGET : OPERAND;
        close();
    }
}
