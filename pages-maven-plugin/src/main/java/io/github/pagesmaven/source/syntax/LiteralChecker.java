package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SyntaxFault;

/** The inside of string literals: escapes, ASCII in bytes, and the fields of f-strings before 3.12. */
final class LiteralChecker {
    private final Cursor cursor;
    private int start;

    LiteralChecker(Grammar grammar) {
        this.cursor = grammar.cursor;
    }

    /** Checks all literals that are one token and may be wrong. */
    void checkAll() {
        for (int i = 0; i < cursor.tokens.literals(); i++) {
            check(cursor.tokens.literal(i));
        }
    }

    /**
     * Checks a literal.
     *
     * @param index its token
     */
    void check(int index) {
        char[] chars = cursor.tokens.text().chars();
        start = cursor.tokens.start(index);
        int i = start;
        boolean raw = false;
        boolean bytes = false;
        boolean fields = false;
        while (chars[i] != '"' && chars[i] != '\'') {
            int letter = chars[i++] | ' ';
            raw |= letter == 'r';
            bytes |= letter == 'b';
            fields |= letter == 'f';
        }
        int end = cursor.tokens.end(index);
        int quotes = end - i >= 6 && chars[i + 1] == chars[i] && chars[i + 2] == chars[i] ? 3 : 1;
        if (bytes) {
            checkAscii(chars, i + quotes, end - quotes);
        }
        if (!raw && cursor.tokens.escaped(index)) {
            checkEscapes(chars, i + quotes, end - quotes, bytes);
        }
        if (fields) {
            new OldFields(cursor, start, i + quotes, end - quotes, raw).check();
        }
    }

    private void checkAscii(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (chars[i] >= 128) {
                throw malformed(11, "bytes can only contain ASCII literal characters");
            }
        }
    }

    private void checkEscapes(char[] chars, int start, int end, boolean bytes) {
        int i = start;
        while (i < end) {
            if (chars[i] != '\\') {
                i++;
                continue;
            }
            char kind = chars[i + 1];
            int digits = digits(kind, bytes);
            i += 2;
            if (digits > 0) {
                checkDigits(chars, i, end, digits, kind, bytes);
            } else if (kind == 'N' && !bytes) {
                checkName(chars, i, end);
            }
        }
    }

    private static int digits(char kind, boolean bytes) {
        return switch (kind) {
            case 'x' -> 2;
            case 'u' -> bytes ? 0 : 4;
            case 'U' -> bytes ? 0 : 8;
            default -> 0;
        };
    }

    private void checkDigits(char[] chars, int from, int end, int digits, char kind, boolean bytes) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < end && chars[i] < 128 ? Character.digit(chars[i], 16) : -1;
            if (digit < 0) {
                throw malformed(
                        12,
                        bytes
                                ? "(value error) invalid \\x escape"
                                : "(unicode error) 'unicodeescape' codec can't decode bytes: truncated \\" + kind
                                        + "X".repeat(digits) + " escape");
            }
            value = value << 4 | digit;
        }
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            throw malformed(12, "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character");
        }
    }

    private void checkName(char[] chars, int from, int end) {
        int close = from + 1;
        if (from < end && chars[from] == '{') {
            while (close < end && chars[close] != '}') {
                close++;
            }
        } else {
            close = end;
        }
        if (close >= end || close == from + 1) {
            throw malformed(
                    12, "(unicode error) 'unicodeescape' codec can't decode bytes: malformed \\N character escape");
        }
    }

    /** A mistake in the literal; from some version on it is reported where the literal begins. */
    private SyntaxFault malformed(int since, String message) {
        return cursor.minor >= since ? new SyntaxFault(message, start) : cursor.faultAtLastToken(message);
    }
}
