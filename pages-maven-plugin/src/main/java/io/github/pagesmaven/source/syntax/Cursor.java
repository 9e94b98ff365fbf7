package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import io.github.pagesmaven.source.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A place among the tokens. As CPython does, a file is parsed a second time when it is refused; only then does the
 * cursor diagnose, and rules that look for known mistakes are active.
 */
final class Cursor {
    private static final int DEPTH_LIMIT = 900;

    final Tokens tokens;
    final int minor;
    private int position;
    /** What stands there, once it was read. */
    private @Nullable Kind kind;

    private boolean diagnosing;
    private int depth;

    Cursor(Tokens tokens) {
        this.tokens = tokens;
        this.minor = tokens.minor();
    }

    Kind kind() {
        Kind known = kind;
        return known != null ? known : read();
    }

    private Kind read() {
        Kind read = tokens.kind(position);
        kind = read;
        return read;
    }

    Kind kind(int ahead) {
        return tokens.kind(position + ahead);
    }

    boolean at(Kind expected) {
        return kind() == expected;
    }

    boolean atWord(String word) {
        return at(Kind.NAME) && name().equals(word);
    }

    String name() {
        return tokens.name(position);
    }

    int start() {
        kind();
        return tokens.start(position);
    }

    int end() {
        kind();
        return tokens.end(position);
    }

    /** Index after the last character that was consumed. */
    int consumedEnd() {
        return tokens.end(position - 1);
    }

    void skip() {
        position++;
        kind = null;
    }

    boolean accept(Kind expected) {
        boolean there = kind() == expected;
        if (there) {
            skip();
        }
        return there;
    }

    void expect(Kind expected) {
        if (kind() != expected) {
            throw Rejection.INSTANCE;
        }
        skip();
    }

    /** A token without which CPython stops at once, even when it could try something else. */
    void force(Kind expected) {
        if (kind() != expected) {
            throw new SyntaxFault("expected '" + expected.text() + "'", tokens.start(position));
        }
        skip();
    }

    String expectName() {
        if (kind() != Kind.NAME) {
            throw Rejection.INSTANCE;
        }
        String name = tokens.name(position);
        skip();
        return name;
    }

    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
        kind = null;
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
