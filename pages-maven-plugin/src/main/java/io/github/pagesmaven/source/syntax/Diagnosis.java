package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import java.util.List;
import java.util.Set;

/** Known mistakes: what CPython's grammar looks for when it reads a refused file once more. */
final class Diagnosis {
    private static final Set<String> SOFT_KEYWORDS = Set.of("match", "case", "_");
    private static final String MAYBE_EQUALS = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

    private final Grammar grammar;
    private final Cursor cursor;

    Diagnosis(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** A mistake with a place of its own, which is told only when the file is read once more. */
    RuntimeException reject(String message, int offset) {
        return cursor.diagnosing() ? new SyntaxFault(message, offset) : Rejection.INSTANCE;
    }

    /** A target that cannot be assigned to. */
    static String unassignable(Expr target) {
        String what = "cannot assign to " + Targets.describe(target);
        boolean literal =
                target instanceof Expr.Constant && !Targets.describe(target).equals("literal");
        return literal || what.endsWith("yield expression") || target instanceof Expr.Starred
                ? what
                : what + " here. Maybe you meant '==' instead of '='?";
    }

    SyntaxFault missingBlock(String owner, int start) {
        int line = cursor.tokens.text().line(start);
        return cursor.faultAtLastToken("expected an indented block after " + owner + " on line " + line);
    }

    /** Two expressions in brackets without a comma between them, an if without else, a print without brackets. */
    void afterDisjunction(int mark, Expr first) {
        Kind next = cursor.kind();
        if (startsAdjacent(next)) {
            if (!isPrefixedOrSoft(mark) && !isOldStatement(first)) {
                checkComma(first);
            }
            if (isOldStatement(first)) {
                checkOldStatement((Expr.Name) first);
            }
        } else if (next == Kind.IF && cursor.minor >= 11) {
            checkElse(first);
        }
    }

    private static boolean startsAdjacent(Kind next) {
        return ExpressionParser.startsExpression(next, false);
    }

    private boolean isPrefixedOrSoft(int mark) {
        if (cursor.tokens.kind(mark) != Kind.NAME) {
            return false;
        }
        String name = cursor.tokens.name(mark);
        return SOFT_KEYWORDS.contains(name)
                || (cursor.minor >= 12 && name.equals("type"))
                || cursor.tokens.kind(mark + 1) == Kind.STRING
                || cursor.tokens.kind(mark + 1) == Kind.FSTRING_START;
    }

    private void checkComma(Expr first) {
        int mark = cursor.mark();
        cursor.diagnose(false);
        Expr second = grammar.attempt(grammar.expressions::expression);
        cursor.diagnose(true);
        boolean inBrackets = second != null && cursor.consumedLevel() > 0;
        cursor.reset(mark);
        if (inBrackets) {
            throw new SyntaxFault("invalid syntax. Perhaps you forgot a comma?", first.start());
        }
    }

    private static boolean isOldStatement(Expr first) {
        return first instanceof Expr.Name name
                && (name.id().equals("print") || name.id().equals("exec"));
    }

    private void checkOldStatement(Expr.Name name) {
        if (grammar.attempt(grammar.expressions::starExpressions) != null) {
            throw new SyntaxFault(
                    "Missing parentheses in call to '" + name.id() + "'. Did you mean " + name.id() + "(...)?",
                    name.start());
        }
    }

    private void checkElse(Expr first) {
        int mark = cursor.mark();
        cursor.skip();
        Expr test = grammar.attempt(grammar.expressions::disjunction);
        if (test != null && !cursor.at(Kind.ELSE) && !cursor.at(Kind.COLON)) {
            throw new SyntaxFault("expected 'else' after 'if' expression", first.start());
        }
        cursor.reset(mark);
    }

    /** An assignment where an expression is wanted. */
    void afterNamed(Expr value) {
        if (cursor.at(Kind.WALRUS)) {
            throw new SyntaxFault("cannot use assignment expressions with " + Targets.describe(value), value.start());
        }
        if (!cursor.at(Kind.EQUAL) || !isComparable(value)) {
            return;
        }
        int mark = cursor.mark();
        cursor.skip();
        Expr right = grammar.attempt(grammar.expressions::bitwise);
        if (right != null && !cursor.at(Kind.EQUAL) && !cursor.at(Kind.WALRUS)) {
            String message = value instanceof Expr.Name ? MAYBE_EQUALS : unassignable(value);
            throw new SyntaxFault(message, value.start());
        }
        cursor.reset(mark);
    }

    private static boolean isComparable(Expr value) {
        return !((value instanceof Expr.Sequence sequence && sequence.shape() != Expr.Sequence.Shape.SET)
                || (value instanceof Expr.Constant constant
                        && !Targets.describe(constant).equals("literal")
                        && !constant.text().equals("..."))
                || (value instanceof Expr.Opaque opaque && opaque.what().equals("generator expression"))
                || value instanceof Expr.Compare
                || value instanceof Expr.Logical
                || value instanceof Expr.Not
                || value instanceof Expr.Conditional
                || value instanceof Expr.Lambda);
    }

    void atGroup() {
        if (!cursor.at(Kind.DOUBLE_STAR)) {
            return;
        }
        int start = cursor.start();
        cursor.skip();
        grammar.expressions.expression();
        cursor.expect(Kind.RPAR);
        throw new SyntaxFault("cannot use double starred expression here", start);
    }

    void afterItems(List<Expr> items, Kind close) {
        if (grammar.comprehensions.here()) {
            grammar.comprehensions.clauses(new Expr.Constant("", 0, 0));
            throw new SyntaxFault(
                    "did you forget parentheses around the comprehension target?",
                    items.get(0).start());
        }
    }

    /** A key after the first one, which CPython reads as far as it goes before it asks for a colon. */
    Expr key() {
        cursor.diagnose(false);
        Expr key = grammar.attempt(grammar.expressions::expression);
        cursor.diagnose(true);
        if (key != null) {
            return key;
        }
        if (!cursor.at(Kind.NAME) && !cursor.at(Kind.STRING) && !cursor.at(Kind.NUMBER)) {
            return grammar.expressions.expression();
        }
        cursor.skip();
        while (cursor.at(Kind.DOT) && cursor.kind(1) == Kind.NAME) {
            cursor.skip();
            cursor.skip();
        }
        throw new SyntaxFault("':' expected after dictionary key", cursor.consumedEnd() - 1);
    }

    void afterKey(int colon) {
        if (cursor.at(Kind.RBRACE) || cursor.at(Kind.COMMA)) {
            throw new SyntaxFault("expression expected after dictionary key and ':'", colon);
        }
        if (cursor.at(Kind.STAR)) {
            int start = cursor.start();
            cursor.skip();
            grammar.expressions.bitwise();
            throw new SyntaxFault("cannot use a starred expression in a dictionary value", start);
        }
    }

    void atAnnotation(Expr target) {
        cursor.skip();
        grammar.expressions.expression();
        String what = target instanceof Expr.Sequence sequence && sequence.shape() != Expr.Sequence.Shape.SET
                ? "only single target (not " + Targets.describe(target) + ") can be annotated"
                : "illegal target for annotation";
        throw new SyntaxFault(what, target.start());
    }

    void atParenthesizedParameter(boolean lambda) {
        int start = cursor.start();
        cursor.skip();
        do {
            cursor.expectName();
        } while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RPAR));
        cursor.expect(Kind.RPAR);
        throw new SyntaxFault(
                (lambda ? "Lambda expression" : "Function") + " parameters cannot be parenthesized", start);
    }
}
