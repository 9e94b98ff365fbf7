package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;

/** CPython's tokenizer: one call of {@link #next()}, one token. */
final class Tokenizer {
    private static final byte NAMES = 0;
    private static final byte NUMBERS = 1;
    private static final byte OPERATORS = 2;
    private static final byte STRINGS = 3;
    private static final byte DOT = 4;
    private static final byte END = 5;
    /** Who reads what begins with a character. */
    private static final byte[] SCANNERS = classes();

    /** Reads one token, which begins with a character at the tokenizer's position. */
    @FunctionalInterface
    interface Scanner {
        void read(char c);
    }

    final SourceText text;
    final char[] chars;
    final int length;
    final int minor;
    final Tokens tokens;
    final Brackets brackets;
    int position;

    private final Indentation indentation;
    private final OperatorScanner operators;
    private final FieldStrings fieldStrings;
    private final Scanner[] scanners;
    private boolean atLineStart = true;
    private int pendingBlocks;

    Tokenizer(SourceText text, int minor, Tokens tokens, Names words) {
        this.text = text;
        this.chars = text.chars();
        this.length = text.length();
        this.minor = minor;
        this.tokens = tokens;
        this.brackets = new Brackets(text);
        this.indentation = new Indentation(text);
        this.operators = new OperatorScanner(this);
        this.fieldStrings = new FieldStrings(this);
        Scanner names = new NameScanner(this, words);
        Scanner numbers = new NumberScanner(this);
        Scanner strings = c -> readString(position);
        this.scanners = new Scanner[] {names, numbers, operators, strings, this::readDot, this::readEnd};
    }

    FieldStrings fieldStrings() {
        return fieldStrings;
    }

    void next() {
        if (fieldStrings.inText()) {
            fieldStrings.readText();
            return;
        }
        boolean blank = false;
        while (true) {
            if (atLineStart) {
                atLineStart = false;
                blank = readIndentation();
            }
            if (pendingBlocks != 0) {
                emitBlock();
                return;
            }
            skipSpaces();
            char c = chars[position];
            if (c == '\n') {
                if (endLine(blank)) {
                    return;
                }
            } else if (c == '\\') {
                continueLine();
            } else {
                readToken(c);
                return;
            }
        }
    }

    private boolean endLine(boolean blank) {
        atLineStart = true;
        position++;
        boolean counts = !blank && brackets.level() == 0;
        if (counts) {
            tokens.add(Kind.NEWLINE, position - 1, position, 0);
        }
        return counts;
    }

    /** The mistake that goes before one of the grammar on a line, when the text ended too early. */
    SyntaxFault neverClosed(int line, SyntaxFault fault) {
        return brackets.level() > 0 && line > text.line(brackets.innermost()) ? brackets.neverClosed() : fault;
    }

    private void readToken(char c) {
        scanners[c < 128 ? SCANNERS[c] : NAMES].read(c);
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0; c < 128; c++) {
            classes[c] = NameScanner.STARTS[c] ? NAMES : isDigit(c) ? NUMBERS : OPERATORS;
        }
        classes['.'] = DOT;
        classes['"'] = STRINGS;
        classes['\''] = STRINGS;
        classes[0] = END;
        return classes;
    }

    private void readDot(char c) {
        scanners[isDigit(chars[position + 1]) ? NUMBERS : OPERATORS].read(c);
    }

    private void readEnd(char c) {
        if (position < length) {
            operators.read(c);
            return;
        }
        if (brackets.level() > 0) {
            throw brackets.neverClosed();
        }
        tokens.add(Kind.END, length, length, 0);
    }

    private void emitBlock() {
        boolean deeper = pendingBlocks > 0;
        pendingBlocks += deeper ? -1 : 1;
        tokens.add(deeper ? Kind.INDENT : Kind.DEDENT, position, position, 0);
    }

    /** Reads the white space that begins a line, and says whether the line has nothing else but a comment. */
    private boolean readIndentation() {
        int column = 0;
        int narrow = 0;
        int continuedAt = 0;
        int continuedNarrow = 0;
        while (true) {
            char c = chars[position];
            if (c == ' ') {
                column++;
                narrow++;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
                narrow++;
            } else if (c == '\f') {
                column = 0;
                narrow = 0;
            } else if (c == '\\') {
                continuedNarrow = continuedAt == 0 ? narrow : continuedNarrow;
                continuedAt = continuedAt == 0 ? column : continuedAt;
                continueLine();
                continue;
            } else {
                break;
            }
            position++;
        }
        boolean continued = continuedAt != 0;
        return beginLine(continued ? continuedAt : column, continued ? continuedNarrow : narrow);
    }

    private boolean beginLine(int column, int narrow) {
        if (chars[position] == '#' || chars[position] == '\n') {
            return true;
        }
        if (brackets.level() == 0) {
            pendingBlocks += indentation.enter(column, narrow, position);
        }
        return false;
    }

    private void skipSpaces() {
        char c = chars[position];
        while (c == ' ' || c == '\t' || c == '\f') {
            c = chars[++position];
        }
        if (c == '#') {
            while (chars[position] != '\n') {
                position++;
            }
        }
    }

    private void continueLine() {
        position++;
        if (chars[position] != '\n') {
            throw new ParserFault("unexpected character after line continuation character", position);
        }
        position++;
        if (position >= length) {
            if (brackets.level() > 0) {
                throw brackets.neverClosed();
            }
            throw new ParserFault("unexpected EOF while parsing", position - 1);
        }
    }

    /** Reads a string whose prefix starts at the given index and whose quote is here. */
    void readString(int start) {
        char quote = chars[position];
        boolean triple = chars[position + 1] == quote && chars[position + 2] == quote;
        int i = position + (triple ? 3 : 1);
        boolean escaped = false;
        while (true) {
            char c = chars[i];
            if (c == quote && (!triple || (chars[i + 1] == quote && chars[i + 2] == quote))) {
                break;
            }
            if (i >= length || (c == '\n' && !triple)) {
                throw unterminated(start, i, quote, triple);
            }
            if (c == '\\') {
                escaped = true;
                i++;
            }
            i++;
        }
        position = i + (triple ? 3 : 1);
        tokens.addString(start, position, brackets.level(), escaped);
    }

    private SyntaxFault unterminated(int start, int at, char quote, boolean triple) {
        if (fieldStrings.endsWith(quote, triple)) {
            return new SyntaxFault("f-string: expecting '}'", start);
        }
        int line = text.line(Math.min(at, length) - (at >= length ? 1 : 0));
        return new SyntaxFault(
                "unterminated " + (triple ? "triple-quoted " : "") + "string literal (detected at line " + line + ")",
                start);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
