package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import io.github.pagesmaven.source.token.Tokens;

/**
 * A place among the tokens. As CPython does, a file is parsed a second time when it is refused; only then does the
 * cursor diagnose, and rules that look for known mistakes are active.
 */
final class Cursor {
    private static final int DEPTH_LIMIT = 900;

    final Tokens tokens;
    final int minor;
    private int position;
    private boolean diagnosing;
    private int depth;

    Cursor(Tokens tokens) {
        this.tokens = tokens;
        this.minor = tokens.minor();
    }

    Kind kind() {
        return tokens.kind(position);
    }

    Kind kind(int ahead) {
        for (int i = 0; i < ahead; i++) {
            tokens.kind(position + i);
        }
        return tokens.kind(position + ahead);
    }

    boolean at(Kind kind) {
        return tokens.kind(position) == kind;
    }

    boolean atWord(String word) {
        return at(Kind.NAME) && name().equals(word);
    }

    String name() {
        return tokens.name(position);
    }

    int start() {
        tokens.kind(position);
        return tokens.start(position);
    }

    int end() {
        tokens.kind(position);
        return tokens.end(position);
    }

    /** Index after the last character that was consumed. */
    int consumedEnd() {
        return tokens.end(position - 1);
    }

    void skip() {
        position++;
    }

    boolean accept(Kind kind) {
        if (tokens.kind(position) == kind) {
            position++;
            return true;
        }
        return false;
    }

    void expect(Kind kind) {
        if (tokens.kind(position) != kind) {
            throw Rejection.INSTANCE;
        }
        position++;
    }

    /** A token without which CPython stops at once, even when it could try something else. */
    void force(Kind kind) {
        if (tokens.kind(position) != kind) {
            throw new SyntaxFault("expected '" + kind.text() + "'", tokens.start(position));
        }
        position++;
    }

    String expectName() {
        String name = name(Kind.NAME);
        position++;
        return name;
    }

    private String name(Kind kind) {
        if (tokens.kind(position) != kind) {
            throw Rejection.INSTANCE;
        }
        return tokens.name(position);
    }

    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
    }

    boolean diagnosing() {
        return diagnosing;
    }

    void diagnose(boolean active) {
        diagnosing = active;
    }

    /** How many brackets are open after the last token that was consumed. */
    int consumedLevel() {
        return tokens.level(position - 1);
    }

    /** Index of the last token that was read so far, where CPython reports a mistake without a place of its own. */
    SyntaxFault faultAtLastToken(String message) {
        return new SyntaxFault(message, tokens.place(tokens.read() - 1));
    }

    void enter() {
        if (++depth > DEPTH_LIMIT) {
            throw new SyntaxFault("too many nested expressions", start());
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    void restoreDepth(int saved) {
        depth = saved;
    }
}
