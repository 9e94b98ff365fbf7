package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Expressions: from lists of them down to what operators join. */
final class ExpressionParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** One expression, or several as a tuple; starred ones may stand among them. */
    Expr starExpressions() {
        int start = cursor.start();
        List<Expr> items = null;
        while (true) {
            Expr item = starExpression();
            if (items != null) {
                items.add(item);
            }
            if (!cursor.accept(Kind.COMMA)) {
                return items == null ? item : tuple(items, start);
            }
            if (items == null) {
                items = new ArrayList<>(4);
                items.add(item);
            }
            if (!startsExpression(cursor.kind(), true)) {
                return tuple(items, start);
            }
        }
    }

    private Expr tuple(List<Expr> items, int start) {
        return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, items, start, cursor.consumedEnd());
    }

    Expr starExpression() {
        return cursor.at(Kind.STAR) ? starred() : expression();
    }

    /** An element of a display. */
    Expr starNamed() {
        return cursor.at(Kind.STAR) ? starred() : named();
    }

    private Expr starred() {
        int start = cursor.start();
        cursor.skip();
        Expr value = bitwise();
        return new Expr.Starred(value, start, value.end());
    }

    /** An expression that may be an assignment expression. */
    Expr named() {
        if (cursor.at(Kind.NAME) && cursor.kind(1) == Kind.WALRUS) {
            return walrus();
        }
        Expr value = expression();
        if (cursor.diagnosing()) {
            grammar.diagnosis.afterNamed(value);
        }
        if (cursor.at(Kind.WALRUS)) {
            throw Rejection.INSTANCE;
        }
        return value;
    }

    Expr walrus() {
        int start = cursor.start();
        Expr target = new Expr.Name(cursor.expectName(), start, cursor.consumedEnd());
        cursor.skip();
        Expr value = expression();
        Expr walrus = new Expr.Walrus(target, value, start, value.end());
        grammar.note(walrus);
        return walrus;
    }

    Expr expression() {
        cursor.enter();
        Expr expression = cursor.diagnosing() ? diagnosed() : operation(Operators.CONDITIONAL);
        cursor.leave();
        return expression;
    }

    private Expr diagnosed() {
        int mark = cursor.mark();
        int start = cursor.start();
        if (cursor.at(Kind.LAMBDA)) {
            return lambda(start);
        }
        Expr body = disjunction();
        grammar.diagnosis.afterDisjunction(mark, body);
        return cursor.at(Kind.IF) ? conditional(body, start) : body;
    }

    /** {@code if test else orElse} after its body. */
    Expr conditional(Expr body, int start) {
        cursor.skip();
        Expr test = disjunction();
        cursor.expect(Kind.ELSE);
        Expr orElse = expression();
        return new Expr.Conditional(body, test, orElse, start, orElse.end());
    }

    /** An anonymous function. */
    Expr lambda(int start) {
        cursor.skip();
        List<String> names = grammar.parameters.lambda();
        cursor.force(Kind.COLON);
        if (cursor.at(Kind.FSTRING_MIDDLE)) {
            throw grammar.diagnosis.reject("f-string: lambda expressions are not allowed without parentheses", start);
        }
        grammar.enterLambda();
        Expr body = expression();
        grammar.leaveLambda();
        return new Expr.Lambda(names, start, body.end());
    }

    /** Operands joined by {@code or}. */
    Expr disjunction() {
        return operation(Operators.OR);
    }

    /** An operand of a comparison. */
    Expr bitwise() {
        return operation(Operators.BAR);
    }

    /** An operand and all operators after it that bind at least so tightly; each operator has its rule in a table. */
    Expr operation(int weakest) {
        Expr skipped = grammar.outliner == null ? null : grammar.outliner.skip(weakest);
        return skipped == null ? tree(weakest) : skipped;
    }

    private Expr tree(int weakest) {
        int start = cursor.start();
        Kind kind = cursor.kind();
        Expr value = kind == Kind.NAME
                ? grammar.atoms.name(start)
                : Operators.first(kind).read(grammar, start, weakest);
        while (true) {
            kind = cursor.kind();
            if (Operators.strength(kind) < weakest || (kind == Kind.NOT && cursor.kind(1) != Kind.IN)) {
                return value;
            }
            value = Operators.next(kind).read(grammar, value, start);
        }
    }

    /** Whether an expression may begin with a token. */
    static boolean startsExpression(Kind kind, boolean star) {
        return switch (kind) {
            case NAME, NUMBER, STRING, FSTRING_START, LPAR, LSQB, LBRACE, ELLIPSIS, PLUS, MINUS, TILDE -> true;
            case FALSE, NONE, TRUE, AWAIT, LAMBDA, NOT -> true;
            case STAR -> star;
            default -> false;
        };
    }
}
