package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** What operators are applied to: atoms, and the attributes, calls and elements of them. */
final class AtomParser {
    private final Grammar grammar;
    private final Cursor cursor;

    AtomParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** A name, which may be anything. */
    Expr name(int start) {
        return new Expr.Name(cursor.expectName(), start, cursor.consumedEnd());
    }

    /** A number, True, False, None or an ellipsis. */
    Expr constant(int start) {
        cursor.skip();
        String written = cursor.tokens.text().slice(start, cursor.consumedEnd());
        return new Expr.Constant(written, start, cursor.consumedEnd());
    }

    /** An attribute of a value. */
    Expr attribute(Expr value, int start) {
        cursor.skip();
        String name = cursor.expectName();
        return new Expr.Attribute(value, name, start, cursor.consumedEnd());
    }

    /** A call of a value. */
    Expr call(Expr value, int start) {
        cursor.skip();
        List<Expr.Argument> arguments = grammar.arguments.call(true);
        Expr call = new Expr.Call(value, arguments, start, cursor.consumedEnd());
        noteImport(call);
        return call;
    }

    /** An element of a value. */
    Expr subscript(Expr value, int start) {
        cursor.skip();
        Expr index = grammar.arguments.subscript();
        return new Expr.Subscript(value, index, start, cursor.consumedEnd());
    }

    private void noteImport(Expr value) {
        Expr function = ((Expr.Call) value).function();
        String name = function instanceof Expr.Name simple
                ? simple.id()
                : function instanceof Expr.Attribute attribute ? attribute.name() : "";
        if (grammar.isImporting(name)) {
            grammar.note(value);
        }
    }

    /** What stands in parentheses. */
    Expr group(int start) {
        cursor.skip();
        if (cursor.accept(Kind.RPAR)) {
            return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, List.of(), start, cursor.consumedEnd());
        }
        if (cursor.at(Kind.YIELD)) {
            Expr value = yielded();
            cursor.expect(Kind.RPAR);
            return value;
        }
        if (cursor.diagnosing()) {
            grammar.diagnosis.atGroup();
        }
        Expr first = grammar.expressions.starNamed();
        if (grammar.comprehensions.here()) {
            grammar.comprehensions.clauses(first);
            cursor.expect(Kind.RPAR);
            return new Expr.Opaque("generator expression", start, cursor.consumedEnd());
        }
        if (cursor.at(Kind.COMMA)) {
            List<Expr> items = items(first, Kind.RPAR);
            return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, items, start, cursor.consumedEnd());
        }
        cursor.expect(Kind.RPAR);
        if (first instanceof Expr.Starred) {
            throw grammar.diagnosis.reject("cannot use starred expression here", first.start());
        }
        return first;
    }

    /** What stands in square brackets. */
    Expr list(int start) {
        cursor.skip();
        if (cursor.accept(Kind.RSQB)) {
            return new Expr.Sequence(Expr.Sequence.Shape.LIST, List.of(), start, cursor.consumedEnd());
        }
        Expr first = grammar.expressions.starNamed();
        if (grammar.comprehensions.here()) {
            grammar.comprehensions.clauses(first);
            cursor.expect(Kind.RSQB);
            return new Expr.Opaque("list comprehension", start, cursor.consumedEnd());
        }
        List<Expr> items = items(first, Kind.RSQB);
        return new Expr.Sequence(Expr.Sequence.Shape.LIST, items, start, cursor.consumedEnd());
    }

    /** The elements of a display, up to its closing bracket. */
    List<Expr> items(Expr first, Kind close) {
        List<Expr> items = new ArrayList<>();
        items.add(first);
        while (cursor.accept(Kind.COMMA) && !cursor.at(close)) {
            items.add(grammar.expressions.starNamed());
        }
        if (cursor.diagnosing() && close != Kind.RPAR) {
            grammar.diagnosis.afterItems(items, close);
        }
        cursor.expect(close);
        return items;
    }

    Expr yielded() {
        int start = cursor.start();
        cursor.expect(Kind.YIELD);
        if (cursor.accept(Kind.FROM)) {
            grammar.expressions.expression();
        } else if (ExpressionParser.startsExpression(cursor.kind(), true)) {
            grammar.expressions.starExpressions();
        }
        return new Expr.Opaque("yield expression", start, cursor.consumedEnd());
    }
}
