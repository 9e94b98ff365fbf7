package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dictionaries and sets. */
final class BraceParser {
    private final Grammar grammar;
    private final Cursor cursor;

    BraceParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What stands in braces. */
    Expr display(int start) {
        cursor.skip();
        if (cursor.accept(Kind.RBRACE)) {
            return new Expr.Dict(List.of(), List.of(), start, cursor.consumedEnd());
        }
        if (cursor.at(Kind.DOUBLE_STAR)) {
            return dict(start, null);
        }
        Expr first = grammar.expressions.starNamed();
        if (cursor.at(Kind.COLON) && !(first instanceof Expr.Starred) && !bareWalrus(first)) {
            return dict(start, first);
        }
        if (grammar.comprehensions.here()) {
            grammar.comprehensions.clauses(first);
            cursor.expect(Kind.RBRACE);
            return new Expr.Opaque("set comprehension", start, cursor.consumedEnd());
        }
        List<Expr> items = grammar.atoms.items(first, Kind.RBRACE);
        return new Expr.Sequence(Expr.Sequence.Shape.SET, items, start, cursor.consumedEnd());
    }

    private boolean bareWalrus(Expr first) {
        return first instanceof Expr.Walrus && first.end() == cursor.consumedEnd();
    }

    private Expr dict(int start, @Nullable Expr first) {
        List<@Nullable Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        addPair(keys, values, first);
        if (grammar.comprehensions.here()) {
            if (first == null) {
                throw grammar.diagnosis.reject("dict unpacking cannot be used in dict comprehension", start + 1);
            }
            grammar.comprehensions.clauses(first);
            cursor.expect(Kind.RBRACE);
            return new Expr.Opaque("dict comprehension", start, cursor.consumedEnd());
        }
        while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RBRACE)) {
            boolean mapping = cursor.at(Kind.DOUBLE_STAR);
            addPair(keys, values, mapping ? null : key());
        }
        cursor.expect(Kind.RBRACE);
        return new Expr.Dict(keys, values, start, cursor.consumedEnd());
    }

    private Expr key() {
        Expr key = cursor.diagnosing() ? grammar.diagnosis.key() : grammar.expressions.expression();
        if (!cursor.at(Kind.COLON)) {
            throw grammar.diagnosis.reject("':' expected after dictionary key", key.end() - 1);
        }
        return key;
    }

    private void addPair(List<@Nullable Expr> keys, List<Expr> values, @Nullable Expr key) {
        keys.add(key);
        if (key == null) {
            cursor.expect(Kind.DOUBLE_STAR);
            values.add(grammar.expressions.bitwise());
            return;
        }
        int colon = cursor.start();
        cursor.expect(Kind.COLON);
        if (cursor.diagnosing()) {
            grammar.diagnosis.afterKey(colon);
        }
        values.add(grammar.expressions.expression());
    }
}
