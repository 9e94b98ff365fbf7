package io.github.pagesmaven.source.token;

import static io.github.pagesmaven.source.token.Tokenizer.isDigit;

import io.github.pagesmaven.source.text.SyntaxFault;

/** Numbers, with CPython's own rules for what may touch them. */
final class NumberScanner implements Tokenizer.Scanner {
    private final Tokenizer tokenizer;
    private final char[] chars;
    private int at;

    NumberScanner(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.chars = tokenizer.chars;
    }

    @Override
    public void read(char first) {
        int start = tokenizer.position;
        at = start;
        if (chars[at] == '.') {
            at++;
            readDigits();
            readExponent();
        } else if (chars[at] == '0') {
            at++;
            readAfterZero(start);
        } else {
            readDigits();
            readFraction();
            readExponent();
        }
        tokenizer.position = at;
        tokenizer.tokens.add(Kind.NUMBER, start, at, tokenizer.brackets.level());
    }

    private void readAfterZero(int start) {
        int letter = chars[at] | ' ';
        if (letter == 'x') {
            readBased(16, "hexadecimal");
        } else if (letter == 'o') {
            readBased(8, "octal");
        } else if (letter == 'b') {
            readBased(2, "binary");
        } else {
            readFromZero(start);
        }
    }

    private void readFromZero(int start) {
        while (chars[at] == '0' || chars[at] == '_') {
            if (chars[at] == '_' && !isDigit(chars[at + 1])) {
                throw invalid("decimal");
            }
            at++;
        }
        boolean other = isDigit(chars[at]);
        if (other) {
            readDigits();
        }
        char c = chars[at];
        if (other && c != '.' && (c | ' ') != 'e' && (c | ' ') != 'j') {
            throw new SyntaxFault(
                    "leading zeros in decimal integer literals are not permitted; "
                            + "use an 0o prefix for octal integers",
                    start);
        }
        readFraction();
        readExponent();
    }

    private void readBased(int base, String kind) {
        at++;
        do {
            if (chars[at] == '_') {
                at++;
            }
            if (!isDigitOf(base)) {
                throw isDigit(chars[at]) ? invalidDigit(kind) : invalid(kind);
            }
            while (isDigitOf(base)) {
                at++;
            }
        } while (chars[at] == '_');
        if (isDigit(chars[at])) {
            throw invalidDigit(kind);
        }
        checkEnd(at, kind);
    }

    private boolean isDigitOf(int base) {
        return chars[at] < 128 && Character.digit(chars[at], base) >= 0;
    }

    private SyntaxFault invalidDigit(String kind) {
        return new SyntaxFault("invalid digit '" + chars[at] + "' in " + kind + " literal", at);
    }

    private void readFraction() {
        if (chars[at] == '.') {
            at++;
            if (isDigit(chars[at])) {
                readDigits();
            }
        }
    }

    private void readDigits() {
        while (true) {
            while (isDigit(chars[at])) {
                at++;
            }
            if (chars[at] != '_') {
                return;
            }
            at++;
            if (!isDigit(chars[at])) {
                throw invalid("decimal");
            }
        }
    }

    private void readExponent() {
        if ((chars[at] | ' ') == 'e') {
            int letter = at++;
            boolean signed = chars[at] == '+' || chars[at] == '-';
            if (signed) {
                at++;
            }
            if (isDigit(chars[at])) {
                readDigits();
            } else if (signed) {
                throw invalid("decimal");
            } else {
                at = letter;
            }
        }
        boolean imaginary = (chars[at] | ' ') == 'j';
        if (imaginary) {
            at++;
        }
        checkEnd(at, imaginary ? "imaginary" : "decimal");
    }

    /** Only a keyword may touch a number; anything else would be part of it. */
    private void checkEnd(int end, String kind) {
        char c = chars[end];
        boolean keyword =
                switch (c) {
                    case 'a' -> follows(end, "nd");
                    case 'e' -> follows(end, "lse");
                    case 'f' -> follows(end, "or");
                    case 'i' -> follows(end, "f") || follows(end, "n") || follows(end, "s");
                    case 'o' -> follows(end, "r");
                    case 'n' -> follows(end, "ot");
                    default -> false;
                };
        if (!keyword && NameScanner.isPart(c)) {
            throw invalid(kind);
        }
    }

    private boolean follows(int end, String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (chars[end + 1 + i] != rest.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private SyntaxFault invalid(String kind) {
        return new SyntaxFault("invalid " + kind + " literal", at - 1);
    }
}
