package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.Arrays;

/** What a token means to the {@link Skimmer}, by the index of its kind; one table for each state. */
final class SkimTables {
    /** No expression goes on with it, as far as the skimmer knows. */
    static final byte OTHER = 0;

    static final byte NAME = 1;
    static final byte ARGUMENT = 2;
    static final byte CONSTANT = 3;
    static final byte OPEN = 4;
    static final byte TRAILER = 5;
    static final byte SIGN = 6;
    static final byte NEGATION = 7;
    static final byte AWAIT = 8;
    static final byte LAMBDA = 9;
    /** One or two stars before an item. */
    static final byte MARK = 10;
    /** A bracket, a colon or a comma where an item could begin. */
    static final byte EARLY = 11;

    static final byte DOT = 12;
    static final byte CLOSE = 13;
    static final byte COMMA = 14;
    static final byte BINARY = 15;
    static final byte COLON = 16;
    static final byte IF = 17;
    static final byte ELSE = 18;
    static final byte FOR = 19;
    /** A string after another one. */
    static final byte JOINED = 20;
    /** What ends the expression in a field of a string. */
    static final byte FIELD_END = 21;
    /** Text between the fields of a string. */
    static final byte TEXT = 22;

    static final byte TEXT_END = 23;
    /** The brace that ends the specifier of a field. */
    static final byte FORMAT_END = 24;

    /** An operand is wanted. */
    static final byte[] FIRST = new byte[Kind.COUNT];
    /** An argument of a call is wanted. */
    static final byte[] ARGUMENTS;
    /** An argument is wanted after one that has a name. */
    static final byte[] NAMED = new byte[Kind.COUNT];
    /** An operand is complete. */
    static final byte[] NEXT = new byte[Kind.COUNT];
    /** In a string, outside of its fields. */
    static final byte[] TEXTS = new byte[Kind.COUNT];

    /** How tightly an operator binds. */
    static final byte[] STRENGTH = new byte[Kind.COUNT];
    /** What an opening token opens before an operand. */
    static final byte[] OPENS = new byte[Kind.COUNT];
    /** What an opening token opens after an operand. */
    static final byte[] TRAILS = new byte[Kind.COUNT];

    static {
        put(FIRST, NAME, Kind.NAME);
        put(FIRST, CONSTANT, Kind.NUMBER, Kind.STRING, Kind.FALSE, Kind.TRUE, Kind.NONE, Kind.ELLIPSIS);
        put(FIRST, OPEN, Kind.LPAR, Kind.LSQB, Kind.LBRACE, Kind.FSTRING_START);
        put(FIRST, SIGN, Kind.PLUS, Kind.MINUS, Kind.TILDE);
        put(FIRST, NEGATION, Kind.NOT);
        put(FIRST, AWAIT, Kind.AWAIT);
        put(FIRST, LAMBDA, Kind.LAMBDA);
        put(FIRST, MARK, Kind.STAR, Kind.DOUBLE_STAR);
        put(FIRST, EARLY, Kind.RPAR, Kind.RSQB, Kind.RBRACE, Kind.COLON, Kind.COMMA);
        ARGUMENTS = Arrays.copyOf(FIRST, FIRST.length);
        put(ARGUMENTS, ARGUMENT, Kind.NAME);
        put(NAMED, ARGUMENT, Kind.NAME);
        put(NAMED, MARK, Kind.STAR, Kind.DOUBLE_STAR);
        put(NAMED, EARLY, Kind.RPAR);
        put(OPENS, SkimStack.GROUP, Kind.LPAR);
        put(OPENS, SkimStack.LIST, Kind.LSQB);
        put(OPENS, SkimStack.BRACE, Kind.LBRACE);
        put(OPENS, SkimStack.TEXT, Kind.FSTRING_START);
        put(TRAILS, SkimStack.CALL, Kind.LPAR);
        put(TRAILS, SkimStack.INDEX, Kind.LSQB);
        put(TEXTS, TEXT, Kind.FSTRING_MIDDLE);
        put(TEXTS, TEXT_END, Kind.FSTRING_END);
        put(TEXTS, FORMAT_END, Kind.RBRACE);
        put(TEXTS, TRAILER, Kind.LBRACE);
        put(TRAILS, SkimStack.FIELD, Kind.LBRACE);
        putNext();
    }

    private SkimTables() {}

    /** Whether an operand may begin with a token; one with a star may, too. */
    static boolean begins(int kind) {
        return FIRST[kind] != OTHER && FIRST[kind] <= MARK;
    }

    private static void putNext() {
        for (Kind kind : Kind.values()) {
            int strength = Operators.strength(kind);
            STRENGTH[kind.index()] = (byte) strength;
            put(NEXT, strength > 0 ? BINARY : OTHER, kind);
        }
        put(NEXT, DOT, Kind.DOT);
        put(NEXT, TRAILER, Kind.LPAR, Kind.LSQB);
        put(NEXT, CLOSE, Kind.RPAR, Kind.RSQB, Kind.RBRACE);
        put(NEXT, COMMA, Kind.COMMA);
        put(NEXT, COLON, Kind.COLON);
        put(NEXT, IF, Kind.IF);
        put(NEXT, ELSE, Kind.ELSE);
        put(NEXT, FOR, Kind.FOR, Kind.ASYNC);
        put(NEXT, JOINED, Kind.STRING, Kind.FSTRING_START);
        put(NEXT, FIELD_END, Kind.EQUAL, Kind.EXCLAMATION);
    }

    private static void put(byte[] table, byte meaning, Kind... kinds) {
        for (Kind kind : kinds) {
            table[kind.index()] = meaning;
        }
    }
}
