package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.Arrays;
import java.util.List;

/** The statements, by the token that they begin with; tables for the same reason as those of {@link Operators}. */
final class Statements {
    private static final Any[] ANY = new Any[Kind.COUNT];
    private static final Simple[] SIMPLE = new Simple[Kind.COUNT];

    static {
        Any definition = (grammar, statements, start) -> grammar.definitions.read(statements);
        Arrays.fill(ANY, (Any) (grammar, statements, start) -> grammar.simple.line(statements));
        put(ANY, Statements::readName, Kind.NAME);
        put(ANY, definition, Kind.AT, Kind.DEF, Kind.CLASS);
        put(ANY, (grammar, statements, start) -> grammar.compounds.readIf(statements), Kind.IF);
        put(ANY, (grammar, statements, start) -> grammar.compounds.readWhile(statements, start), Kind.WHILE);
        put(ANY, (grammar, statements, start) -> grammar.compounds.readFor(statements, start), Kind.FOR);
        put(ANY, (grammar, statements, start) -> grammar.compounds.readWith(statements, start), Kind.WITH);
        put(ANY, (grammar, statements, start) -> grammar.compounds.readAsync(statements, start), Kind.ASYNC);
        put(ANY, (grammar, statements, start) -> statements.add(grammar.tries.read()), Kind.TRY);

        Simple plain = (grammar, start) -> grammar.simple.plain(start);
        Arrays.fill(SIMPLE, (Simple) (grammar, start) -> grammar.simple.other(start));
        put(SIMPLE, plain, Kind.PASS, Kind.BREAK, Kind.CONTINUE, Kind.ASSERT, Kind.GLOBAL, Kind.NONLOCAL);
        put(SIMPLE, (grammar, start) -> grammar.imports.plain(), Kind.IMPORT);
        put(SIMPLE, (grammar, start) -> grammar.imports.from(), Kind.FROM);
        put(SIMPLE, (grammar, start) -> grammar.simple.returned(start), Kind.RETURN);
        put(SIMPLE, (grammar, start) -> grammar.simple.delete(start), Kind.DEL);
        put(SIMPLE, (grammar, start) -> grammar.simple.raise(start), Kind.RAISE);
    }

    private Statements() {}

    /** Reads a line of simple statements, or one statement with a block. */
    interface Any {
        void read(Grammar grammar, List<Stmt> statements, int start);
    }

    /** Reads a statement without a block. */
    interface Simple {
        Stmt read(Grammar grammar, int start);
    }

    private static <T> void put(T[] table, T rule, Kind... kinds) {
        for (Kind kind : kinds) {
            table[kind.index()] = rule;
        }
    }

    static Any any(Kind kind) {
        return ANY[kind.index()];
    }

    static Simple simple(Kind kind) {
        return SIMPLE[kind.index()];
    }

    private static void readName(Grammar grammar, List<Stmt> statements, int start) {
        Cursor cursor = grammar.cursor;
        boolean match = cursor.minor >= 10 && cursor.atWord("match");
        if (!match || !grammar.compounds.readMatch(statements, start)) {
            grammar.simple.line(statements);
        }
    }
}
