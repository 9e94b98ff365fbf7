package io.github.pagesmaven.source.token;

/** Operators, delimiters and brackets. */
final class OperatorScanner implements Tokenizer.Scanner {
    private final Tokenizer tokenizer;
    private final char[] chars;

    OperatorScanner(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.chars = tokenizer.chars;
    }

    @Override
    public void read(char c) {
        int start = tokenizer.position;
        Kind kind = kind(c, chars[start + 1], chars[start + 2]);
        int length = Math.max(1, kind.text().length());
        if (kind.isAugmentable() && chars[start + length] == '=') {
            kind = Kind.AUGMENTED;
            length++;
        } else if (kind.compareTo(Kind.RBRACE) <= 0) {
            track(kind, c);
        }
        tokenizer.position = start + length;
        tokenizer.tokens.add(kind, start, start + length, tokenizer.brackets.level());
    }

    private Kind kind(char c, char next, char third) {
        return switch (c) {
            case '(' -> Kind.LPAR;
            case '[' -> Kind.LSQB;
            case '{' -> Kind.LBRACE;
            case ')' -> Kind.RPAR;
            case ']' -> Kind.RSQB;
            case '}' -> Kind.RBRACE;
            case ',' -> Kind.COMMA;
            case ';' -> Kind.SEMICOLON;
            case ':' -> !tokenizer.fieldStrings().endsAtColon() && next == '=' ? Kind.WALRUS : Kind.COLON;
            case '.' -> next == '.' && third == '.' ? Kind.ELLIPSIS : Kind.DOT;
            case '=', '!', '<', '>' -> comparison(c, next);
            default -> arithmetic(c, next);
        };
    }

    private Kind comparison(char c, char next) {
        boolean equal = next == '=';
        return switch (c) {
            case '=' -> equal ? Kind.EQUALS : Kind.EQUAL;
            case '!' -> equal ? Kind.NOT_EQUAL : tokenizer.minor >= 12 ? Kind.EXCLAMATION : Kind.UNKNOWN;
            case '<' ->
                equal ? Kind.LESS_EQUAL : next == '<' ? Kind.LEFT_SHIFT : next == '>' ? Kind.LESS_GREATER : Kind.LESS;
            default -> equal ? Kind.GREATER_EQUAL : next == '>' ? Kind.RIGHT_SHIFT : Kind.GREATER;
        };
    }

    private Kind arithmetic(char c, char next) {
        return switch (c) {
            case '+' -> Kind.PLUS;
            case '-' -> next == '>' ? Kind.ARROW : Kind.MINUS;
            case '*' -> next == '*' ? Kind.DOUBLE_STAR : Kind.STAR;
            case '/' -> next == '/' ? Kind.DOUBLE_SLASH : Kind.SLASH;
            case '%' -> Kind.PERCENT;
            case '@' -> Kind.AT;
            case '&' -> Kind.AMPERSAND;
            case '|' -> Kind.BAR;
            case '^' -> Kind.CARET;
            case '~' -> Kind.TILDE;
            default -> {
                if (c < ' ' || c == 127) {
                    throw NameScanner.invalid(c, tokenizer.position);
                }
                yield Kind.UNKNOWN;
            }
        };
    }

    private void track(Kind kind, char c) {
        FieldStrings strings = tokenizer.fieldStrings();
        if (kind == Kind.LPAR || kind == Kind.LSQB || kind == Kind.LBRACE) {
            tokenizer.brackets.open(c, tokenizer.position);
            strings.opened();
        } else if (kind != Kind.UNKNOWN) {
            strings.checkClosing(c);
            tokenizer.brackets.close(c, tokenizer.position, strings.closesField());
            strings.closed(c);
        }
    }
}
