package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The clauses of comprehensions, and the targets that they share with for statements. */
final class ComprehensionParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ComprehensionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Whether a clause begins here. */
    boolean here() {
        return cursor.at(Kind.FOR) || cursor.at(Kind.ASYNC);
    }

    void clauses(Expr element) {
        if (element instanceof Expr.Starred) {
            throw grammar.diagnosis.reject("iterable unpacking cannot be used in comprehension", element.start());
        }
        while (here()) {
            cursor.accept(Kind.ASYNC);
            cursor.expect(Kind.FOR);
            target();
            cursor.expect(Kind.IN);
            grammar.expressions.disjunction();
            while (cursor.accept(Kind.IF)) {
                grammar.expressions.disjunction();
            }
        }
    }

    /** The targets of a for clause or statement, up to {@code in}. */
    Expr target() {
        int start = cursor.start();
        Expr first = item();
        if (cursor.at(Kind.COMMA)) {
            List<Expr> items = new ArrayList<>();
            items.add(first);
            while (cursor.accept(Kind.COMMA) && ExpressionParser.startsExpression(cursor.kind(), true)) {
                items.add(item());
            }
            first = new Expr.Sequence(Expr.Sequence.Shape.TUPLE, items, start, cursor.consumedEnd());
        }
        Expr invalid = Targets.invalid(first);
        if (invalid != null) {
            throw grammar.diagnosis.reject("cannot assign to " + Targets.describe(invalid), invalid.start());
        }
        return first;
    }

    private Expr item() {
        int start = cursor.start();
        if (!cursor.accept(Kind.STAR)) {
            return grammar.expressions.bitwise();
        }
        Expr value = grammar.expressions.bitwise();
        return new Expr.Starred(value, start, value.end());
    }
}
