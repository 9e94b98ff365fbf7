package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What operators are applied to: atoms, and the attributes, calls and elements of them. */
final class AtomParser {
    private static final Set<String> IMPORTING = Set.of("import_module", "__import__");

    private final Grammar grammar;
    private final Cursor cursor;

    AtomParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expr primary() {
        int start = cursor.start();
        Expr value = atom();
        while (true) {
            switch (cursor.kind()) {
                case DOT -> {
                    cursor.skip();
                    String name = cursor.expectName();
                    value = new Expr.Attribute(value, name, start, cursor.consumedEnd());
                }
                case LPAR -> {
                    cursor.skip();
                    List<Expr.Argument> arguments = grammar.arguments.call(true);
                    value = new Expr.Call(value, arguments, start, cursor.consumedEnd());
                    noteImport(value);
                }
                case LSQB -> {
                    cursor.skip();
                    Expr index = grammar.arguments.subscript();
                    value = new Expr.Subscript(value, index, start, cursor.consumedEnd());
                }
                default -> {
                    return value;
                }
            }
        }
    }

    private void noteImport(Expr value) {
        Expr function = ((Expr.Call) value).function();
        String name = function instanceof Expr.Name simple
                ? simple.id()
                : function instanceof Expr.Attribute attribute ? attribute.name() : "";
        if (IMPORTING.contains(name)) {
            grammar.note(value);
        }
    }

    private Expr atom() {
        int start = cursor.start();
        switch (cursor.kind()) {
            case NAME -> {
                return new Expr.Name(cursor.expectName(), start, cursor.consumedEnd());
            }
            case STRING, FSTRING_START -> {
                return grammar.texts.read();
            }
            case NUMBER, FALSE, TRUE, NONE, ELLIPSIS -> {
                cursor.skip();
                String written = cursor.tokens.text().slice(start, cursor.consumedEnd());
                return new Expr.Constant(written, start, cursor.consumedEnd());
            }
            case LPAR -> {
                cursor.skip();
                return group(start);
            }
            case LSQB -> {
                cursor.skip();
                return list(start);
            }
            case LBRACE -> {
                cursor.skip();
                return grammar.braces.display(start);
            }
            default -> throw Rejection.INSTANCE;
        }
    }

    private Expr group(int start) {
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

    private Expr list(int start) {
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
