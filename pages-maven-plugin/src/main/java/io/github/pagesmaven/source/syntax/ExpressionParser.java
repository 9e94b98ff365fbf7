package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Expressions down to the operators. */
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
        Expr first = starExpression();
        if (!cursor.at(Kind.COMMA)) {
            return first;
        }
        List<Expr> items = new ArrayList<>();
        items.add(first);
        while (cursor.accept(Kind.COMMA) && startsExpression(cursor.kind(), true)) {
            items.add(starExpression());
        }
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
        if (!cursor.diagnosing() && cursor.at(Kind.NAME) && endsExpression(cursor.kind(1))) {
            int start = cursor.start();
            return new Expr.Name(cursor.expectName(), start, cursor.consumedEnd());
        }
        cursor.enter();
        Expr expression = cursor.at(Kind.LAMBDA) ? lambda() : conditional();
        cursor.leave();
        return expression;
    }

    private Expr conditional() {
        int mark = cursor.mark();
        Expr body = disjunction();
        if (cursor.diagnosing()) {
            grammar.diagnosis.afterDisjunction(mark, body);
        }
        if (!cursor.accept(Kind.IF)) {
            return body;
        }
        Expr test = disjunction();
        cursor.expect(Kind.ELSE);
        Expr orElse = expression();
        return new Expr.Conditional(body, test, orElse, body.start(), orElse.end());
    }

    private Expr lambda() {
        int start = cursor.start();
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

    Expr disjunction() {
        Expr first = conjunction();
        if (!cursor.at(Kind.OR)) {
            return first;
        }
        List<Expr> operands = new ArrayList<>();
        operands.add(first);
        while (cursor.accept(Kind.OR)) {
            operands.add(conjunction());
        }
        return new Expr.Logical(false, operands, first.start(), cursor.consumedEnd());
    }

    private Expr conjunction() {
        Expr first = inversion();
        if (!cursor.at(Kind.AND)) {
            return first;
        }
        List<Expr> operands = new ArrayList<>();
        operands.add(first);
        while (cursor.accept(Kind.AND)) {
            operands.add(inversion());
        }
        return new Expr.Logical(true, operands, first.start(), cursor.consumedEnd());
    }

    private Expr inversion() {
        if (!cursor.at(Kind.NOT)) {
            return comparison();
        }
        int start = cursor.start();
        int count = 0;
        while (cursor.accept(Kind.NOT)) {
            count++;
        }
        Expr operand = comparison();
        Expr not = new Expr.Not(operand, start, operand.end());
        return count % 2 == 1 ? not : new Expr.Not(not, start, operand.end());
    }

    private Expr comparison() {
        Expr first = bitwise();
        String operator = comparisonOperator();
        if (operator.isEmpty()) {
            return first;
        }
        List<String> operators = new ArrayList<>();
        List<Expr> operands = new ArrayList<>();
        operands.add(first);
        while (!operator.isEmpty()) {
            operators.add(operator);
            operands.add(bitwise());
            operator = comparisonOperator();
        }
        return new Expr.Compare(operators, operands, first.start(), cursor.consumedEnd());
    }

    private String comparisonOperator() {
        switch (cursor.kind()) {
            case LESS, GREATER, EQUALS, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL, IN -> {
                String text = cursor.kind().text();
                cursor.skip();
                return text;
            }
            case IS -> {
                cursor.skip();
                return cursor.accept(Kind.NOT) ? "is not" : "is";
            }
            case NOT -> {
                if (cursor.kind(1) == Kind.IN) {
                    cursor.skip();
                    cursor.skip();
                    return "not in";
                }
                return "";
            }
            default -> {
                return "";
            }
        }
    }

    /** An operand of a comparison. */
    Expr bitwise() {
        return binary(1);
    }

    private Expr binary(int weakest) {
        int start = cursor.start();
        Expr left = factor();
        int strength = strength(cursor.kind());
        while (strength >= weakest) {
            cursor.skip();
            Expr right = binary(strength + 1);
            left = new Expr.Opaque("expression", start, right.end());
            strength = strength(cursor.kind());
        }
        return left;
    }

    private static int strength(Kind kind) {
        return switch (kind) {
            case BAR -> 1;
            case CARET -> 2;
            case AMPERSAND -> 3;
            case LEFT_SHIFT, RIGHT_SHIFT -> 4;
            case PLUS, MINUS -> 5;
            case STAR, SLASH, DOUBLE_SLASH, PERCENT, AT -> 6;
            default -> 0;
        };
    }

    private Expr factor() {
        Kind kind = cursor.kind();
        if (kind != Kind.MINUS && kind != Kind.PLUS && kind != Kind.TILDE) {
            return power();
        }
        int start = cursor.start();
        while (kind == Kind.MINUS || kind == Kind.PLUS || kind == Kind.TILDE) {
            cursor.skip();
            kind = cursor.kind();
        }
        Expr operand = power();
        return new Expr.Opaque("expression", start, operand.end());
    }

    private Expr power() {
        int start = cursor.start();
        Expr base = awaited(start);
        if (!cursor.at(Kind.DOUBLE_STAR)) {
            return base;
        }
        cursor.enter();
        cursor.skip();
        Expr exponent = factor();
        cursor.leave();
        return new Expr.Opaque("expression", start, exponent.end());
    }

    private Expr awaited(int start) {
        if (!cursor.accept(Kind.AWAIT)) {
            return grammar.atoms.primary();
        }
        Expr value = grammar.atoms.primary();
        return new Expr.Await(value, start, value.end());
    }

    /** Whether no expression goes on with a token; most expressions are but a name before one of these. */
    private static boolean endsExpression(Kind kind) {
        return switch (kind) {
            case COMMA, RPAR, RSQB, RBRACE, COLON, NEWLINE, EQUAL -> true;
            default -> false;
        };
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
