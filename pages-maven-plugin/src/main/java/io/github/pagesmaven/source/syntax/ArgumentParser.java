package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** What stands in the brackets of a call or a subscript. */
final class ArgumentParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ArgumentParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What is known while the arguments of one call are read. */
    private static final class Call {
        final boolean generator;
        final List<Expr.Argument> arguments = new ArrayList<>(4);
        boolean keyword;
        boolean mapping;
        boolean misplaced;

        Call(boolean generator) {
            this.generator = generator;
        }
    }

    /**
     * Reads arguments up to the closing parenthesis.
     *
     * @param generator whether a generator expression may stand alone without parentheses of its own
     */
    List<Expr.Argument> call(boolean generator) {
        if (cursor.accept(Kind.RPAR)) {
            return List.of();
        }
        Call call = new Call(generator);
        int start = cursor.start();
        do {
            readArgument(call, start);
        } while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RPAR));
        if (call.misplaced) {
            throw cursor.faultAtLastToken(
                    "positional argument follows keyword argument" + (call.mapping ? " unpacking" : ""));
        }
        cursor.expect(Kind.RPAR);
        return call.arguments;
    }

    private void readArgument(Call call, int start) {
        Kind kind = cursor.kind();
        int from = cursor.start();
        Kind next = kind == Kind.NAME ? cursor.kind(1) : kind;
        String keyword = null;
        if (next == Kind.WALRUS) {
            addPositional(call, grammar.expressions.walrus());
            return;
        }
        if (kind == Kind.STAR) {
            beginStarred(call, start);
        } else if (kind == Kind.DOUBLE_STAR) {
            cursor.skip();
        } else if (next == Kind.EQUAL) {
            keyword = cursor.expectName();
            cursor.skip();
        }
        Expr value = grammar.expressions.expression();
        if (kind == Kind.STAR) {
            call.arguments.add(new Expr.Argument(null, new Expr.Starred(value, from, value.end())));
        } else if (kind == Kind.DOUBLE_STAR) {
            call.arguments.add(new Expr.Argument("**", value));
            call.mapping = true;
        } else if (keyword != null) {
            endKeyword(call, keyword, value, from);
        } else {
            endPositional(call, value);
        }
    }

    private void beginStarred(Call call, int start) {
        int from = cursor.start();
        cursor.skip();
        if (call.mapping) {
            throw grammar.diagnosis.reject(
                    "iterable argument unpacking follows keyword argument unpacking",
                    cursor.minor >= 11 ? from : start);
        }
    }

    private void endKeyword(Call call, String name, Expr value, int start) {
        call.arguments.add(new Expr.Argument(name, value));
        call.keyword = true;
        if (grammar.comprehensions.here()) {
            throw grammar.diagnosis.reject("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", start);
        }
    }

    private void endPositional(Call call, Expr argument) {
        Expr value = argument;
        if (grammar.comprehensions.here()) {
            boolean first = call.arguments.isEmpty();
            boolean alone = call.generator && first;
            if (first && !alone) {
                throw Rejection.INSTANCE;
            }
            grammar.comprehensions.clauses(value);
            if (!alone || cursor.at(Kind.COMMA)) {
                throw grammar.diagnosis.reject("Generator expression must be parenthesized", value.start());
            }
            value = new Expr.Opaque("generator expression", value.start(), cursor.consumedEnd());
        }
        if (cursor.at(Kind.EQUAL)) {
            throw grammar.diagnosis.reject(assigned(value), value.start());
        }
        if (cursor.at(Kind.WALRUS)) {
            throw Rejection.INSTANCE;
        }
        addPositional(call, value);
    }

    private static String assigned(Expr value) {
        boolean constant =
                value instanceof Expr.Constant && !Targets.describe(value).equals("literal");
        return constant
                ? "cannot assign to " + Targets.describe(value)
                : "expression cannot contain assignment, perhaps you meant \"==\"?";
    }

    private void addPositional(Call call, Expr value) {
        if (call.keyword || call.mapping) {
            if (!cursor.diagnosing()) {
                throw Rejection.INSTANCE;
            }
            call.misplaced = true;
        }
        call.arguments.add(new Expr.Argument(null, value));
    }

    /** Reads an index up to the closing bracket. */
    Expr subscript() {
        int start = cursor.start();
        Expr first = slice();
        if (!cursor.at(Kind.COMMA)) {
            cursor.expect(Kind.RSQB);
            if (first instanceof Expr.Starred) {
                return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, List.of(first), start, first.end());
            }
            return first;
        }
        List<Expr> items = new ArrayList<>();
        items.add(first);
        while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RSQB)) {
            items.add(slice());
        }
        int end = cursor.consumedEnd();
        cursor.expect(Kind.RSQB);
        return new Expr.Sequence(Expr.Sequence.Shape.TUPLE, items, start, end);
    }

    private Expr slice() {
        int start = cursor.start();
        if (cursor.at(Kind.STAR) && cursor.minor >= 11) {
            return grammar.expressions.starNamed();
        }
        if (!cursor.at(Kind.COLON)) {
            Expr index = cursor.minor >= 10 ? grammar.expressions.named() : grammar.expressions.expression();
            boolean bare = index instanceof Expr.Walrus && index.end() == cursor.consumedEnd();
            if (!cursor.at(Kind.COLON) || bare) {
                return index;
            }
        }
        cursor.expect(Kind.COLON);
        readBound();
        if (cursor.accept(Kind.COLON)) {
            readBound();
        }
        return new Expr.Opaque("slice", start, cursor.consumedEnd());
    }

    private void readBound() {
        Kind kind = cursor.kind();
        if (kind != Kind.COLON && kind != Kind.COMMA && kind != Kind.RSQB) {
            grammar.expressions.expression();
        }
    }
}
