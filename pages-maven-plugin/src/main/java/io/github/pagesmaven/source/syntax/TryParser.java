package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Try with its handlers, also those of groups (PEP 654). */
final class TryParser {
    private final Grammar grammar;
    private final Cursor cursor;

    TryParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Stmt read() {
        int start = cursor.start();
        cursor.skip();
        cursor.force(Kind.COLON);
        List<Stmt> body = grammar.blocks.block("'try' statement", start);
        List<Stmt.Handler> handlers = handlers();
        List<Stmt> orElse = handlers.isEmpty() ? List.of() : grammar.compounds.readElse();
        List<Stmt> last = List.of();
        if (cursor.at(Kind.FINALLY)) {
            last = readFinally();
        } else if (handlers.isEmpty()) {
            if (cursor.diagnosing()) {
                throw cursor.faultAtLastToken("expected 'except' or 'finally' block");
            }
            throw Rejection.INSTANCE;
        }
        return new Stmt.Try(body, handlers, orElse, last, start);
    }

    private List<Stmt> readFinally() {
        int start = cursor.start();
        cursor.skip();
        cursor.force(Kind.COLON);
        return grammar.blocks.block("'finally' statement", start);
    }

    private List<Stmt.Handler> handlers() {
        List<Stmt.Handler> handlers = new ArrayList<>(1);
        boolean groups = false;
        while (cursor.at(Kind.EXCEPT)) {
            boolean group = cursor.kind(1) == Kind.STAR;
            if (!handlers.isEmpty() && group != groups) {
                throw grammar.diagnosis.reject(
                        "cannot have both 'except' and 'except*' on the same 'try'", cursor.start());
            }
            groups = group;
            handlers.add(handler());
        }
        return handlers;
    }

    private Stmt.Handler handler() {
        int start = cursor.start();
        cursor.skip();
        String owner = "'except' statement";
        if (cursor.at(Kind.STAR)) {
            if (cursor.minor < 11) {
                throw Rejection.INSTANCE;
            }
            cursor.skip();
            owner = "'except*' statement";
            if (cursor.at(Kind.COLON) || cursor.at(Kind.NEWLINE)) {
                if (cursor.diagnosing()) {
                    throw cursor.faultAtLastToken("expected one or more exception types");
                }
                throw Rejection.INSTANCE;
            }
        } else if (cursor.at(Kind.COLON) || cursor.at(Kind.NEWLINE)) {
            return new Stmt.Handler(null, null, grammar.blocks.suite(owner, start), start);
        }
        Expr type = grammar.decision(this::types);
        String name = cursor.accept(Kind.AS) ? cursor.expectName() : null;
        List<Stmt> notes = new ArrayList<>();
        grammar.flushNotes(notes, start);
        notes.addAll(grammar.blocks.suite(owner, start));
        return new Stmt.Handler(type, name, notes, start);
    }

    private Expr types() {
        Expr type = grammar.expressions.expression();
        if (!cursor.at(Kind.COMMA)) {
            return type;
        }
        boolean bare = cursor.minor >= 14;
        if (!bare && !cursor.diagnosing()) {
            throw Rejection.INSTANCE;
        }
        List<Expr> items = new ArrayList<>();
        items.add(type);
        while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.COLON)) {
            items.add(grammar.expressions.expression());
        }
        checkGrouped(type, bare);
        return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, items, type.start(), cursor.consumedEnd());
    }

    private void checkGrouped(Expr first, boolean bare) {
        boolean named = cursor.at(Kind.AS);
        if (bare && !named) {
            return;
        }
        @Nullable
        Boolean complete = grammar.attempt(() -> {
            if (cursor.accept(Kind.AS)) {
                cursor.expectName();
            }
            cursor.expect(Kind.COLON);
            return Boolean.TRUE;
        });
        throw complete == null
                ? Rejection.INSTANCE
                : grammar.diagnosis.reject("multiple exception types must be parenthesized", first.start());
    }
}
