package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SyntaxFault;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Strings with replacement fields (PEP 701, from 3.12; PEP 750, from 3.14), each split into text and fields. */
final class FieldStrings {
    private static final int STRING_LIMIT = 150;
    private static final int FIELD_LIMIT = 3;

    private final Tokenizer tokenizer;
    private final char[] chars;
    private final Deque<Mode> outer = new ArrayDeque<>();
    private @Nullable Mode mode;

    /** A string that is being read. */
    private static final class Mode {
        final int start;
        final char quote;
        final int quoteSize;
        final boolean raw;
        boolean inText = true;
        /** How many brackets are open within the string. */
        int depth;
        /** How many were open where the innermost field begins; -1 outside of fields. */
        int fieldDepth = -1;

        Mode(int start, char quote, int quoteSize, boolean raw) {
            this.start = start;
            this.quote = quote;
            this.quoteSize = quoteSize;
            this.raw = raw;
        }
    }

    FieldStrings(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.chars = tokenizer.chars;
    }

    void begin(int start, int quoteAt) {
        if (outer.size() + 1 >= STRING_LIMIT) {
            throw new SyntaxFault("too many nested f-strings", quoteAt);
        }
        if (mode != null) {
            outer.push(mode);
        }
        char quote = chars[quoteAt];
        int size = chars[quoteAt + 1] == quote && chars[quoteAt + 2] == quote ? 3 : 1;
        boolean raw = false;
        for (int i = start; i < quoteAt; i++) {
            raw |= (chars[i] | ' ') == 'r';
        }
        mode = new Mode(start, quote, size, raw);
        tokenizer.position = quoteAt + size;
        add(Kind.FSTRING_START, start);
    }

    boolean inText() {
        return mode != null && mode.inText;
    }

    /** Reads the text up to the next field, or the end of the string. */
    void readText() {
        Mode current = current();
        int start = tokenizer.position;
        if (chars[start] == '{' && chars[start + 1] != '{') {
            enterField(current);
            tokenizer.next();
            return;
        }
        if (quoteAt(current, start)) {
            tokenizer.position = start + current.quoteSize;
            mode = outer.poll();
            add(Kind.FSTRING_END, start);
            return;
        }
        boolean more = true;
        int i = start;
        while (more && !quoteAt(current, i)) {
            int next = step(current, i);
            more = next > 0;
            i = Math.abs(next);
        }
        if (more) {
            tokenizer.position = i;
        }
        add(Kind.FSTRING_MIDDLE, start);
    }

    /** Passes one character of the text; a negative result ends the token, after the position was set. */
    private int step(Mode current, int i) {
        char c = chars[i];
        if (i >= tokenizer.length || (c == '\n' && current.quoteSize == 1)) {
            return endOfLine(current, i);
        }
        boolean inSpecifier = current.fieldDepth >= 0;
        if (c == '{') {
            if (chars[i + 1] == '{' && !inSpecifier) {
                return end(i + 2);
            }
            enterField(current);
            return end(i);
        }
        if (c == '}') {
            if (chars[i + 1] == '}' && !inSpecifier && current.depth == 0) {
                return end(i + 2);
            }
            current.inText = false;
            return end(i);
        }
        return c == '\\' ? escape(current, i) : i + 1;
    }

    private int endOfLine(Mode current, int i) {
        if (current.fieldDepth >= 0 && i < tokenizer.length) {
            current.inText = false;
            return end(i);
        }
        int line = tokenizer.text.line(Math.min(i, tokenizer.length - 1));
        throw new SyntaxFault(
                "unterminated " + (current.quoteSize == 3 ? "triple-quoted " : "")
                        + "f-string literal (detected at line " + line + ")",
                current.start);
    }

    private int escape(Mode current, int i) {
        char next = chars[i + 1];
        if (next == '{' || next == '}') {
            return i + 1;
        }
        if (next == 'N' && !current.raw && chars[i + 2] == '{') {
            int close = i + 3;
            while (chars[close] != '}' && chars[close] != '\n' && chars[close] != current.quote) {
                close++;
            }
            return chars[close] == '}' ? close + 1 : close;
        }
        return i + 2;
    }

    private int end(int position) {
        tokenizer.position = position;
        return -position;
    }

    private boolean quoteAt(Mode current, int i) {
        return chars[i] == current.quote
                && (current.quoteSize == 1 || (chars[i + 1] == current.quote && chars[i + 2] == current.quote));
    }

    private void enterField(Mode current) {
        current.fieldDepth++;
        if (current.fieldDepth >= FIELD_LIMIT) {
            throw new SyntaxFault("f-string: expressions nested too deeply", tokenizer.position);
        }
        current.inText = false;
    }

    /** Whether a colon ends the expression of a field; then the specifier is text. */
    boolean endsAtColon() {
        if (mode != null && mode.fieldDepth >= 0 && mode.depth - 1 == mode.fieldDepth) {
            mode.inText = true;
            return true;
        }
        return false;
    }

    void opened() {
        if (mode != null) {
            mode.depth++;
        }
    }

    void checkClosing(char bracket) {
        if (mode != null && mode.depth == 0 && bracket == '}') {
            throw new SyntaxFault("f-string: single '}' is not allowed", tokenizer.position);
        }
    }

    boolean closesField() {
        return mode != null && mode.depth - 1 == mode.fieldDepth;
    }

    void closed(char bracket) {
        Mode current = mode;
        if (current == null) {
            return;
        }
        current.depth--;
        if (current.depth < 0) {
            throw new SyntaxFault("f-string: unmatched '" + bracket + "'", tokenizer.position);
        }
        if (bracket == '}' && current.depth == current.fieldDepth) {
            current.fieldDepth--;
            current.inText = true;
        }
    }

    /** Whether a quote is the one that would have ended the string around this field. */
    boolean endsWith(char quote, boolean triple) {
        return mode != null && mode.quote == quote && mode.quoteSize == (triple ? 3 : 1);
    }

    private Mode current() {
        if (mode == null) {
            throw new IllegalStateException("no string is being read");
        }
        return mode;
    }

    private void add(Kind kind, int start) {
        tokenizer.tokens.add(kind, start, tokenizer.position, tokenizer.brackets.level());
    }
}
