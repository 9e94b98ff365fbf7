package io.github.pagesmaven.source.token;

/** Operators, delimiters and brackets. */
final class OperatorScanner {
    private final Tokenizer tokenizer;
    private final char[] chars;

    OperatorScanner(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.chars = tokenizer.chars;
    }

    void read(char c) {
        switch (c) {
            case '(' -> open(c, Kind.LPAR);
            case '[' -> open(c, Kind.LSQB);
            case '{' -> open(c, Kind.LBRACE);
            case ')' -> close(c, Kind.RPAR);
            case ']' -> close(c, Kind.RSQB);
            case '}' -> close(c, Kind.RBRACE);
            case ':' -> {
                boolean ends = tokenizer.fieldStrings().endsAtColon();
                emit(!ends && chars[tokenizer.position + 1] == '=' ? Kind.WALRUS : Kind.COLON);
            }
            case ',' -> emit(Kind.COMMA);
            case ';' -> emit(Kind.SEMICOLON);
            case '~' -> emit(Kind.TILDE);
            case '.' -> {
                boolean ellipsis = chars[tokenizer.position + 1] == '.' && chars[tokenizer.position + 2] == '.';
                emit(ellipsis ? Kind.ELLIPSIS : Kind.DOT);
            }
            case '=', '!', '<', '>' -> readComparison(c, chars[tokenizer.position + 1]);
            default -> readArithmetic(c, chars[tokenizer.position + 1]);
        }
    }

    private void readComparison(char c, char next) {
        if (next == '=') {
            emit(
                    switch (c) {
                        case '=' -> Kind.EQUALS;
                        case '!' -> Kind.NOT_EQUAL;
                        case '<' -> Kind.LESS_EQUAL;
                        default -> Kind.GREATER_EQUAL;
                    });
        } else if (c == next && (c == '<' || c == '>')) {
            emitOrAugmented(c == '<' ? Kind.LEFT_SHIFT : Kind.RIGHT_SHIFT, 2);
        } else if (c == '<' && next == '>') {
            emit(Kind.LESS_GREATER);
        } else {
            emit(
                    switch (c) {
                        case '=' -> Kind.EQUAL;
                        case '!' -> tokenizer.minor >= 12 ? Kind.EXCLAMATION : Kind.UNKNOWN;
                        case '<' -> Kind.LESS;
                        default -> Kind.GREATER;
                    });
        }
    }

    private void readArithmetic(char c, char next) {
        boolean twice = c == next;
        switch (c) {
            case '+' -> emitOrAugmented(Kind.PLUS, 1);
            case '-' -> {
                if (next == '>') {
                    emit(Kind.ARROW);
                } else {
                    emitOrAugmented(Kind.MINUS, 1);
                }
            }
            case '*' -> emitOrAugmented(twice ? Kind.DOUBLE_STAR : Kind.STAR, twice ? 2 : 1);
            case '/' -> emitOrAugmented(twice ? Kind.DOUBLE_SLASH : Kind.SLASH, twice ? 2 : 1);
            case '%' -> emitOrAugmented(Kind.PERCENT, 1);
            case '@' -> emitOrAugmented(Kind.AT, 1);
            case '&' -> emitOrAugmented(Kind.AMPERSAND, 1);
            case '|' -> emitOrAugmented(Kind.BAR, 1);
            case '^' -> emitOrAugmented(Kind.CARET, 1);
            default -> readUnknown(c);
        }
    }

    private void readUnknown(char c) {
        if (c < ' ' || c == 127) {
            throw NameScanner.invalid(c, tokenizer.position);
        }
        add(Kind.UNKNOWN, 1);
    }

    private void open(char c, Kind kind) {
        tokenizer.brackets.open(c, tokenizer.position);
        tokenizer.fieldStrings().opened();
        add(kind, 1);
    }

    private void close(char c, Kind kind) {
        FieldStrings strings = tokenizer.fieldStrings();
        strings.checkClosing(c);
        tokenizer.brackets.close(c, tokenizer.position, strings.closesField());
        strings.closed(c);
        add(kind, 1);
    }

    private void emitOrAugmented(Kind kind, int length) {
        if (chars[tokenizer.position + length] == '=') {
            add(Kind.AUGMENTED, length + 1);
        } else {
            add(kind, length);
        }
    }

    private void emit(Kind kind) {
        add(kind, Math.max(1, kind.text().length()));
    }

    private void add(Kind kind, int length) {
        int start = tokenizer.position;
        tokenizer.position += length;
        tokenizer.tokens.add(kind, start, start + length, tokenizer.brackets.level());
    }
}
