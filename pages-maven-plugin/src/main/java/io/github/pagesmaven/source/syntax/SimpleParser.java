package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that fit on a line. */
final class SimpleParser {
    private final Grammar grammar;
    private final Cursor cursor;

    SimpleParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Reads all statements of a line. */
    void line(List<Stmt> statements) {
        do {
            int start = cursor.start();
            Stmt statement = Statements.simple(cursor.kind()).read(grammar, start);
            grammar.flushNotes(statements, start);
            statements.add(statement);
        } while (cursor.accept(Kind.SEMICOLON) && !cursor.at(Kind.NEWLINE));
        cursor.expect(Kind.NEWLINE);
    }

    Stmt returned(int start) {
        cursor.skip();
        return new Stmt.Return(optionalValue(), start);
    }

    /** A statement that begins with a name or with anything else of an expression. */
    Stmt other(int start) {
        Stmt alias = cursor.minor >= 12 && cursor.atWord("type") ? typeAlias(start) : null;
        return alias != null ? alias : assignment(start);
    }

    Stmt raise(int start) {
        cursor.skip();
        if (optionalExpression() && cursor.accept(Kind.FROM)) {
            grammar.expressions.expression();
        }
        return new Stmt.Raise(start);
    }

    Stmt plain(int start) {
        Kind kind = cursor.kind();
        cursor.skip();
        if (kind == Kind.ASSERT) {
            grammar.expressions.expression();
            if (cursor.accept(Kind.COMMA)) {
                grammar.expressions.expression();
            }
        } else if (kind == Kind.GLOBAL || kind == Kind.NONLOCAL) {
            List<String> names = names();
            return kind == Kind.GLOBAL ? new Stmt.Global(names, start) : new Stmt.Plain(start);
        }
        return new Stmt.Plain(start);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(1);
        do {
            if (grammar.outliner != null) {
                grammar.outliner.look(cursor.mark());
            }
            names.add(cursor.expectName());
        } while (cursor.accept(Kind.COMMA));
        return names;
    }

    private boolean optionalExpression() {
        boolean present = ExpressionParser.startsExpression(cursor.kind(), false);
        if (present) {
            grammar.expressions.expression();
        }
        return present;
    }

    private @Nullable Expr optionalValue() {
        return ExpressionParser.startsExpression(cursor.kind(), true) ? grammar.expressions.starExpressions() : null;
    }

    Stmt delete(int start) {
        cursor.skip();
        Expr targets = grammar.expressions.starExpressions();
        Expr invalid = Targets.undeletable(targets);
        if (invalid != null) {
            throw grammar.diagnosis.reject("cannot delete " + Targets.describe(invalid), invalid.start());
        }
        List<Expr> items = targets instanceof Expr.Sequence sequence ? sequence.items() : List.of(targets);
        return new Stmt.Delete(items, start);
    }

    private @Nullable Stmt typeAlias(int start) {
        if (cursor.kind(1) != Kind.NAME || (cursor.kind(2) != Kind.EQUAL && cursor.kind(2) != Kind.LSQB)) {
            return null;
        }
        cursor.skip();
        String name = cursor.expectName();
        grammar.parameters.types();
        cursor.expect(Kind.EQUAL);
        grammar.expressions.expression();
        return new Stmt.TypeAlias(name, start);
    }

    private Stmt assignment(int start) {
        Expr first = valueOrYield();
        switch (cursor.kind()) {
            case EQUAL -> {
                return chain(first, start);
            }
            case COLON -> {
                return annotated(first, start);
            }
            case AUGMENTED -> {
                if (!Targets.isSingle(first)) {
                    throw grammar.diagnosis.reject(
                            "'" + Targets.describe(first) + "' is an illegal expression for augmented assignment",
                            first.start());
                }
                cursor.skip();
                return new Stmt.Augmented(first, valueOrYield(), start);
            }
            default -> {
                return new Stmt.Expression(first, start);
            }
        }
    }

    private Expr valueOrYield() {
        return cursor.at(Kind.YIELD) ? grammar.atoms.yielded() : grammar.expressions.starExpressions();
    }

    private Stmt chain(Expr first, int start) {
        List<Expr> targets = new ArrayList<>(1);
        Expr value = first;
        while (cursor.at(Kind.EQUAL)) {
            Expr invalid = Targets.invalid(value);
            if (invalid != null) {
                throw grammar.diagnosis.reject(Diagnosis.unassignable(invalid), invalid.start());
            }
            targets.add(value);
            cursor.skip();
            value = valueOrYield();
        }
        return new Stmt.Assign(targets, value, start);
    }

    private Stmt annotated(Expr target, int start) {
        if (!Targets.isSingle(target)) {
            if (cursor.diagnosing()) {
                grammar.diagnosis.atAnnotation(target);
            }
            throw Rejection.INSTANCE;
        }
        cursor.skip();
        grammar.expressions.expression();
        Expr value = cursor.accept(Kind.EQUAL) ? valueOrYield() : null;
        return new Stmt.Annotated(target, value, start);
    }
}
