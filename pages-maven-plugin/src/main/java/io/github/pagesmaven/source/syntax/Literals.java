package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SourceText;
import java.util.Optional;

/** The values of string literals. */
public final class Literals {
    private final char[] chars;
    private final int end;
    private final StringBuilder value = new StringBuilder();
    private int at;

    private Literals(SourceText text, Expr.Text literal) {
        chars = text.chars();
        at = literal.start();
        end = literal.end();
    }

    /** What a literal says; nothing for bytes, and for strings that are put together when they run. */
    public static Optional<String> value(SourceText text, Expr.Text literal) {
        return literal.form() == Expr.Text.Form.PLAIN
                ? Optional.of(new Literals(text, literal).read())
                : Optional.empty();
    }

    private String read() {
        while (at < end) {
            char c = chars[at];
            if (c == '#') {
                while (chars[at] != '\n') {
                    at++;
                }
            } else if (c == '"' || c == '\'') {
                readPart(false);
            } else if ((c | ' ') == 'r' || (c | ' ') == 'u') {
                at++;
                readPart((c | ' ') == 'r');
            } else {
                at++;
            }
        }
        return value.toString();
    }

    private void readPart(boolean raw) {
        char quote = chars[at];
        boolean triple = at + 2 < end && chars[at + 1] == quote && chars[at + 2] == quote;
        at += triple ? 3 : 1;
        while (chars[at] != quote || (triple && (chars[at + 1] != quote || chars[at + 2] != quote))) {
            if (chars[at] == '\\') {
                at++;
                if (raw) {
                    value.append('\\').append(chars[at++]);
                } else {
                    readEscape();
                }
            } else {
                value.append(chars[at++]);
            }
        }
        at += triple ? 3 : 1;
    }

    private void readEscape() {
        char c = chars[at++];
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> value.append(c);
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'a' -> value.append('\u0007');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'v' -> value.append('\u000B');
            case 'x' -> readDigits(2, 16);
            case 'u' -> readDigits(4, 16);
            case 'U' -> readDigits(8, 16);
            case 'N' -> readName();
            default -> {
                if (c >= '0' && c <= '7') {
                    at--;
                    readOctal();
                } else {
                    value.append('\\').append(c);
                }
            }
        }
    }

    private void readDigits(int digits, int base) {
        value.appendCodePoint(Integer.parseInt(new String(chars, at, digits), base));
        at += digits;
    }

    private void readOctal() {
        int digits = 1;
        while (digits < 3 && chars[at + digits] >= '0' && chars[at + digits] <= '7') {
            digits++;
        }
        readDigits(digits, 8);
    }

    private void readName() {
        int start = at + 1;
        while (chars[at] != '}') {
            at++;
        }
        String name = new String(chars, start, at - start);
        at++;
        try {
            value.appendCodePoint(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            value.append('\uFFFD');
        }
    }
}
