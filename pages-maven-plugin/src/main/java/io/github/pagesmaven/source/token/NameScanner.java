package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SyntaxFault;
import java.text.Normalizer;

/** Names, keywords, and the prefixes of strings. */
final class NameScanner implements Tokenizer.Scanner {
    static final boolean[] STARTS = new boolean[128];
    private static final boolean[] PARTS = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            STARTS[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            PARTS[c] = STARTS[c] || Tokenizer.isDigit(c);
        }
    }

    private final Tokenizer tokenizer;
    private final Names names;

    NameScanner(Tokenizer tokenizer, Names names) {
        this.tokenizer = tokenizer;
        this.names = names;
    }

    static boolean isPart(char c) {
        return c < 128 && PARTS[c];
    }

    @Override
    public void read(char first) {
        char[] chars = tokenizer.chars;
        int start = tokenizer.position;
        int i = start;
        int hash = 0;
        char c = chars[i];
        while (c < 128 && PARTS[c]) {
            hash = hash * 31 + c;
            c = chars[++i];
        }
        if (c >= 128) {
            readWide(start, i);
        } else if ((c == '"' || c == '\'') && i - start <= 2 && isPrefix(start, i)) {
            tokenizer.position = i;
            readPrefixed(start, i);
        } else {
            tokenizer.position = i;
            int id = names.id(chars, start, i, hash);
            tokenizer.tokens.add(names.kind(id), start, i, tokenizer.brackets.level(), id);
        }
    }

    private void readPrefixed(int start, int quote) {
        for (int i = start; i < quote; i++) {
            int letter = tokenizer.chars[i] | ' ';
            if (tokenizer.minor >= 12 && (letter == 'f' || letter == 't')) {
                tokenizer.fieldStrings().begin(start, quote);
                return;
            }
        }
        tokenizer.readString(start);
    }

    private boolean isPrefix(int start, int end) {
        int first = tokenizer.chars[start] | ' ';
        if (end - start == 1) {
            return first == 'b'
                    || first == 'r'
                    || first == 'u'
                    || first == 'f'
                    || (first == 't' && tokenizer.minor >= 14);
        }
        int second = tokenizer.chars[start + 1] | ' ';
        int other = first == 'r' ? second : second == 'r' ? first : 0;
        return other == 'b' || other == 'f' || (other == 't' && tokenizer.minor >= 14);
    }

    private void readWide(int start, int from) {
        int end = from;
        while (tokenizer.chars[end] >= 128 || PARTS[tokenizer.chars[end]]) {
            end++;
        }
        for (int i = start; i < end; ) {
            int point = Character.codePointAt(tokenizer.chars, i, end);
            if (!isIdentifier(point, i == start)) {
                throw invalid(point, i);
            }
            i += Character.charCount(point);
        }
        tokenizer.position = end;
        String name = Normalizer.normalize(tokenizer.text.slice(start, end), Normalizer.Form.NFKC);
        tokenizer.tokens.add(Kind.NAME, start, end, tokenizer.brackets.level(), names.id(name));
    }

    private static boolean isIdentifier(int point, boolean first) {
        if (point < 128) {
            return first ? STARTS[point] : PARTS[point];
        }
        if (Character.getType(point) == Character.UNASSIGNED) {
            return isLetterOfNewerUnicode(point);
        }
        return first
                ? Character.isUnicodeIdentifierStart(point)
                : Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
    }

    /** Because CPython may know ideographs that this JDK does not know yet. */
    private static boolean isLetterOfNewerUnicode(int point) {
        return point >= 0x20000 && point < 0x34000;
    }

    static SyntaxFault invalid(int point, int offset) {
        String code = String.format("U+%04X", point);
        boolean visible = Character.isDefined(point)
                && !Character.isISOControl(point)
                && !Character.isSpaceChar(point)
                && Character.getType(point) != Character.FORMAT;
        return new SyntaxFault(
                visible
                        ? "invalid character '" + Character.toString(point) + "' (" + code + ")"
                        : "invalid non-printable character " + code,
                offset);
    }
}
