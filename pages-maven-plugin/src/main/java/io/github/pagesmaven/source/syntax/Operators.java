package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The operators, and what an expression may begin with: a rule for each kind of token. They stand in tables because that
 * keeps the compiled code of the parser small: a direct call from rule to rule would be copied into each of them.
 */
final class Operators {
    static final int CONDITIONAL = 1;
    static final int OR = 2;
    static final int AND = 3;
    static final int NOT = 4;
    static final int COMPARISON = 5;
    static final int BAR = 6;
    static final int FACTOR = 12;
    static final int POWER = 13;
    static final int AWAIT = 14;
    static final int PRIMARY = 15;

    private static final byte[] STRENGTHS = strengths();
    private static final First[] FIRST = new First[Kind.COUNT];
    private static final Next[] NEXT = new Next[Kind.COUNT];

    static {
        put(FIRST, Operators::reject, Kind.values());
        put(FIRST, (grammar, start, weakest) -> grammar.texts.read(), Kind.STRING, Kind.FSTRING_START);
        First constant = (grammar, start, weakest) -> grammar.atoms.constant(start);
        put(FIRST, constant, Kind.NUMBER, Kind.FALSE, Kind.TRUE, Kind.NONE, Kind.ELLIPSIS);
        put(FIRST, (grammar, start, weakest) -> grammar.atoms.group(start), Kind.LPAR);
        put(FIRST, (grammar, start, weakest) -> grammar.atoms.list(start), Kind.LSQB);
        put(FIRST, (grammar, start, weakest) -> grammar.braces.display(start), Kind.LBRACE);
        put(FIRST, Operators::lambda, Kind.LAMBDA);
        put(FIRST, Operators::negation, Kind.NOT);
        put(FIRST, Operators::signed, Kind.PLUS, Kind.MINUS, Kind.TILDE);
        put(FIRST, Operators::awaited, Kind.AWAIT);

        put(NEXT, (grammar, left, start) -> grammar.expressions.conditional(left, start), Kind.IF);
        put(NEXT, Operators::joined, Kind.OR, Kind.AND);
        put(NEXT, Operators::compared, Kind.LESS, Kind.GREATER, Kind.EQUALS, Kind.NOT_EQUAL, Kind.LESS_EQUAL);
        put(NEXT, Operators::compared, Kind.GREATER_EQUAL, Kind.IN, Kind.IS, Kind.NOT);
        put(NEXT, Operators::binary, Kind.BAR, Kind.CARET, Kind.AMPERSAND, Kind.LEFT_SHIFT, Kind.RIGHT_SHIFT);
        put(NEXT, Operators::binary, Kind.PLUS, Kind.MINUS, Kind.STAR, Kind.SLASH, Kind.DOUBLE_SLASH);
        put(NEXT, Operators::binary, Kind.PERCENT, Kind.AT);
        put(NEXT, Operators::power, Kind.DOUBLE_STAR);
        put(NEXT, (grammar, left, start) -> grammar.atoms.attribute(left, start), Kind.DOT);
        put(NEXT, (grammar, left, start) -> grammar.atoms.call(left, start), Kind.LPAR);
        put(NEXT, (grammar, left, start) -> grammar.atoms.subscript(left, start), Kind.LSQB);
    }

    private Operators() {}

    /** Reads the beginning of an operation whose operators bind at least so tightly. */
    interface First {
        Expr read(Grammar grammar, int start, int weakest);
    }

    /** Reads an operator and what comes after it. */
    interface Next {
        Expr read(Grammar grammar, Expr left, int start);
    }

    private static <T> void put(T[] table, T rule, Kind... kinds) {
        for (Kind kind : kinds) {
            table[kind.index()] = rule;
        }
    }

    static First first(Kind kind) {
        return FIRST[kind.index()];
    }

    static Next next(Kind kind) {
        return NEXT[kind.index()];
    }

    /** How tightly an operator binds; 0 for what is no operator. */
    static int strength(Kind kind) {
        return STRENGTHS[kind.index()];
    }

    private static byte[] strengths() {
        byte[] strengths = new byte[Kind.COUNT];
        for (Kind kind : Kind.values()) {
            strengths[kind.index()] = (byte)
                    switch (kind) {
                        case IF -> CONDITIONAL;
                        case OR -> OR;
                        case AND -> AND;
                        case LESS, GREATER, EQUALS, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL, IN, IS, NOT -> COMPARISON;
                        case BAR -> BAR;
                        case CARET -> BAR + 1;
                        case AMPERSAND -> BAR + 2;
                        case LEFT_SHIFT, RIGHT_SHIFT -> BAR + 3;
                        case PLUS, MINUS -> BAR + 4;
                        case STAR, SLASH, DOUBLE_SLASH, PERCENT, AT -> BAR + 5;
                        case DOUBLE_STAR -> POWER;
                        case DOT, LPAR, LSQB -> PRIMARY;
                        default -> 0;
                    };
        }
        return strengths;
    }

    private static Expr reject(Grammar grammar, int start, int weakest) {
        throw Rejection.INSTANCE;
    }

    private static Expr lambda(Grammar grammar, int start, int weakest) {
        if (weakest > CONDITIONAL) {
            throw Rejection.INSTANCE;
        }
        return grammar.expressions.lambda(start);
    }

    private static Expr negation(Grammar grammar, int start, int weakest) {
        Cursor cursor = grammar.cursor;
        if (weakest > NOT) {
            throw Rejection.INSTANCE;
        }
        int count = 0;
        while (cursor.accept(Kind.NOT)) {
            count++;
        }
        Expr operand = grammar.expressions.operation(COMPARISON);
        Expr not = new Expr.Not(operand, start, operand.end());
        return count % 2 == 1 ? not : new Expr.Not(not, start, operand.end());
    }

    private static Expr signed(Grammar grammar, int start, int weakest) {
        Cursor cursor = grammar.cursor;
        if (weakest > FACTOR) {
            throw Rejection.INSTANCE;
        }
        while (cursor.at(Kind.MINUS) || cursor.at(Kind.PLUS) || cursor.at(Kind.TILDE)) {
            cursor.skip();
        }
        return new Expr.Opaque(
                "expression", start, grammar.expressions.operation(POWER).end());
    }

    private static Expr awaited(Grammar grammar, int start, int weakest) {
        Cursor cursor = grammar.cursor;
        if (weakest > AWAIT) {
            throw Rejection.INSTANCE;
        }
        cursor.skip();
        Expr value = grammar.expressions.operation(PRIMARY);
        return new Expr.Await(value, start, value.end());
    }

    private static Expr joined(Grammar grammar, Expr left, int start) {
        Cursor cursor = grammar.cursor;
        Kind operator = cursor.kind();
        List<Expr> operands = new ArrayList<>(4);
        operands.add(left);
        while (cursor.accept(operator)) {
            operands.add(grammar.expressions.operation(strength(operator) + 1));
        }
        return new Expr.Logical(operator == Kind.AND, operands, start, cursor.consumedEnd());
    }

    private static Expr compared(Grammar grammar, Expr left, int start) {
        Cursor cursor = grammar.cursor;
        List<String> operators = new ArrayList<>(1);
        List<Expr> operands = new ArrayList<>(2);
        operands.add(left);
        while (strength(cursor.kind()) == COMPARISON && (!cursor.at(Kind.NOT) || cursor.kind(1) == Kind.IN)) {
            operators.add(comparison(cursor));
            operands.add(grammar.expressions.bitwise());
        }
        return new Expr.Compare(operators, operands, start, cursor.consumedEnd());
    }

    private static String comparison(Cursor cursor) {
        Kind operator = cursor.kind();
        cursor.skip();
        if (operator == Kind.NOT) {
            cursor.skip();
            return "not in";
        }
        return operator == Kind.IS && cursor.accept(Kind.NOT) ? "is not" : operator.text();
    }

    private static Expr binary(Grammar grammar, Expr left, int start) {
        Cursor cursor = grammar.cursor;
        int strength = strength(cursor.kind());
        cursor.skip();
        Expr right = grammar.expressions.operation(strength + 1);
        return new Expr.Opaque("expression", start, right.end());
    }

    private static Expr power(Grammar grammar, Expr left, int start) {
        Cursor cursor = grammar.cursor;
        cursor.enter();
        cursor.skip();
        Expr exponent = grammar.expressions.operation(FACTOR);
        cursor.leave();
        return new Expr.Opaque("expression", start, exponent.end());
    }
}
