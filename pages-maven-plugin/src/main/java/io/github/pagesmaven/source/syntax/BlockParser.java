package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Statements one after the other, and the blocks that they form. */
final class BlockParser {
    private final Grammar grammar;
    private final Cursor cursor;

    BlockParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    List<Stmt> file() {
        List<Stmt> statements = new ArrayList<>();
        while (!cursor.at(Kind.END)) {
            statement(statements);
        }
        return statements;
    }

    /**
     * Reads the block after a colon.
     *
     * @param owner what the block belongs to, in CPython's words
     * @param start where that begins
     */
    List<Stmt> block(String owner, int start) {
        List<Stmt> statements = new ArrayList<>();
        if (!cursor.accept(Kind.NEWLINE)) {
            grammar.simple.line(statements);
            return statements;
        }
        if (!cursor.at(Kind.INDENT)) {
            if (cursor.diagnosing()) {
                throw grammar.diagnosis.missingBlock(owner, start);
            }
            throw Rejection.INSTANCE;
        }
        cursor.skip();
        while (!cursor.at(Kind.DEDENT)) {
            statement(statements);
        }
        cursor.skip();
        return statements;
    }

    /** Reads the colon of a header and the block after it. */
    List<Stmt> suite(String owner, int start) {
        colon();
        return block(owner, start);
    }

    /** Reads the colon of a header. */
    void colon() {
        if (!cursor.accept(Kind.COLON)) {
            if (cursor.diagnosing() && cursor.at(Kind.NEWLINE)) {
                throw cursor.faultAtLastToken("expected ':'");
            }
            throw Rejection.INSTANCE;
        }
    }

    private void statement(List<Stmt> statements) {
        if (grammar.outliner != null) {
            grammar.outliner.read(statements);
            return;
        }
        Statements.any(cursor.kind()).read(grammar, statements, cursor.start());
    }
}
