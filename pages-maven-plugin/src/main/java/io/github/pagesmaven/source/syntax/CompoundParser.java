package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with blocks, but for definitions, try and the cases of match. */
final class CompoundParser {
    /** CPython's compiler has a limit that is reached somewhat earlier. */
    private static final int ELIF_LIMIT = 1_000;

    private final Grammar grammar;
    private final Cursor cursor;

    CompoundParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    void readAsync(List<Stmt> statements, int start) {
        switch (cursor.kind(1)) {
            case DEF -> grammar.definitions.read(statements);
            case FOR -> {
                cursor.skip();
                readFor(statements, start);
            }
            case WITH -> {
                cursor.skip();
                readWith(statements, start);
            }
            default -> throw Rejection.INSTANCE;
        }
    }

    /** Each {@code elif} is an if in the other branch of the one before it. */
    void readIf(List<Stmt> statements) {
        List<Stmt> into = statements;
        Kind kind = Kind.IF;
        for (int depth = 0; cursor.at(kind); depth++) {
            int start = cursor.start();
            if (depth > ELIF_LIMIT) {
                throw new SyntaxFault("too many nested expressions", start);
            }
            cursor.skip();
            Expr test = grammar.decision(grammar.expressions::named);
            grammar.flushNotes(into, start);
            List<Stmt> body = grammar.blocks.suite("'" + kind.text() + "' statement", start);
            List<Stmt> other = new ArrayList<>();
            into.add(new Stmt.If(test, body, other, start));
            into = other;
            kind = Kind.ELIF;
        }
        into.addAll(readElse());
    }

    List<Stmt> readElse() {
        int start = cursor.start();
        if (!cursor.accept(Kind.ELSE)) {
            return List.of();
        }
        cursor.force(Kind.COLON);
        return grammar.blocks.block("'else' statement", start);
    }

    void readWhile(List<Stmt> statements, int start) {
        cursor.skip();
        Expr test = grammar.decision(grammar.expressions::named);
        grammar.flushNotes(statements, start);
        List<Stmt> body = grammar.blocks.suite("'while' statement", start);
        statements.add(new Stmt.While(test, body, readElse(), start));
    }

    void readFor(List<Stmt> statements, int start) {
        cursor.skip();
        Expr target = grammar.comprehensions.target();
        cursor.expect(Kind.IN);
        grammar.expressions.starExpressions();
        grammar.flushNotes(statements, start);
        if (cursor.minor <= 11) {
            cursor.force(Kind.COLON);
        } else {
            grammar.blocks.colon();
        }
        List<Stmt> body = grammar.blocks.block("'for' statement", start);
        statements.add(new Stmt.For(target, body, readElse(), start));
    }

    void readWith(List<Stmt> statements, int start) {
        cursor.skip();
        List<Stmt.Item> items = cursor.at(Kind.LPAR) && cursor.minor >= 9 ? grammar.attempt(this::grouped) : null;
        if (items == null) {
            items = items();
            grammar.blocks.colon();
        }
        grammar.flushNotes(statements, start);
        statements.add(new Stmt.With(items, grammar.blocks.block("'with' statement", start), start));
    }

    private List<Stmt.Item> grouped() {
        cursor.skip();
        List<Stmt.Item> items = new ArrayList<>(2);
        do {
            items.add(item());
        } while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RPAR));
        cursor.expect(Kind.RPAR);
        grammar.blocks.colon();
        return items;
    }

    private List<Stmt.Item> items() {
        List<Stmt.Item> items = new ArrayList<>(1);
        do {
            items.add(item());
        } while (cursor.accept(Kind.COMMA));
        return items;
    }

    private Stmt.Item item() {
        Expr context = grammar.decision(grammar.expressions::expression);
        return new Stmt.Item(context, cursor.accept(Kind.AS) ? asTarget() : null);
    }

    private Expr asTarget() {
        Expr target = grammar.expressions.starExpression();
        Expr invalid = Targets.invalid(target);
        if (invalid != null) {
            throw grammar.diagnosis.reject("cannot assign to " + Targets.describe(invalid), invalid.start());
        }
        return target;
    }

    /** Reads a match statement; the word is here, but it may be a name. */
    boolean readMatch(List<Stmt> statements, int start) {
        Boolean header = grammar.attempt(this::matchHeader);
        if (header == null) {
            return false;
        }
        grammar.flushNotes(statements, start);
        cursor.skip();
        List<Stmt.Case> cases = new ArrayList<>();
        do {
            cases.add(readCase());
        } while (cursor.atWord("case"));
        cursor.expect(Kind.DEDENT);
        statements.add(new Stmt.Match(cases, start));
        return true;
    }

    private Boolean matchHeader() {
        int start = cursor.start();
        cursor.skip();
        Expr subject = grammar.expressions.starNamed();
        if (cursor.at(Kind.COMMA)) {
            while (cursor.accept(Kind.COMMA) && ExpressionParser.startsExpression(cursor.kind(), true)) {
                grammar.expressions.starNamed();
            }
        } else if (subject instanceof Expr.Starred) {
            throw Rejection.INSTANCE;
        }
        grammar.blocks.colon();
        cursor.expect(Kind.NEWLINE);
        if (!cursor.at(Kind.INDENT)) {
            if (cursor.diagnosing()) {
                throw grammar.diagnosis.missingBlock("'match' statement", start);
            }
            throw Rejection.INSTANCE;
        }
        if (cursor.kind(1) != Kind.NAME
                || !cursor.tokens.name(cursor.mark() + 1).equals("case")) {
            throw Rejection.INSTANCE;
        }
        return Boolean.TRUE;
    }

    private Stmt.Case readCase() {
        int start = cursor.start();
        cursor.skip();
        List<String> names = grammar.patterns.top();
        @Nullable Expr guard = cursor.accept(Kind.IF) ? grammar.expressions.named() : null;
        List<Stmt> body = new ArrayList<>();
        if (guard != null) {
            grammar.flushNotes(body, start);
        }
        body.addAll(grammar.blocks.suite("'case' statement", start));
        return new Stmt.Case(names, body);
    }
}
