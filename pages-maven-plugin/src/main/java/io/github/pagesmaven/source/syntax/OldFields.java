package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;

/** The fields of an f-string before 3.12, where it is one token whose inside is read on its own. */
final class OldFields {
    private static final int FIELD_LIMIT = 2;
    private static final int BRACKET_LIMIT = 200;

    private final Cursor cursor;
    private final char[] chars;
    private final int end;
    private final boolean raw;
    private final int literal;
    private int at;

    /**
     * The fields of a literal.
     *
     * @param literal where it begins
     * @param start where its text begins
     */
    OldFields(Cursor cursor, int literal, int start, int end, boolean raw) {
        this.literal = literal;
        this.cursor = cursor;
        this.chars = cursor.tokens.text().chars();
        this.at = start;
        this.end = end;
        this.raw = raw;
    }

    void check() {
        readText(0);
    }

    /** Reads text and fields up to the end, or to the brace that ends the specifier of an outer field. */
    private void readText(int nesting) {
        while (at < end) {
            char c = chars[at++];
            if (c == '\\' && !raw && at < end) {
                c = chars[at++];
                if (c == 'N' && at < end && chars[at] == '{') {
                    skipName();
                    continue;
                }
            }
            if (c == '{' && nesting == 0 && at < end && chars[at] == '{') {
                at++;
            } else if (c == '{') {
                readField(nesting);
            } else if (c == '}') {
                if (nesting > 0) {
                    at--;
                    return;
                }
                if (at >= end || chars[at++] != '}') {
                    throw fault("f-string: single '}' is not allowed");
                }
            }
        }
    }

    private void skipName() {
        while (at < end && chars[at] != '}') {
            at++;
        }
        at++;
    }

    private void readField(int nesting) {
        if (nesting >= FIELD_LIMIT) {
            throw fault("f-string: expressions nested too deeply");
        }
        int start = at;
        skipValue();
        checkValue(start, at);
        if (accept('=')) {
            while (at < end && Character.isWhitespace(chars[at])) {
                at++;
            }
        }
        if (accept('!')) {
            char kind = at < end ? chars[at++] : ' ';
            if (kind != 's' && kind != 'r' && kind != 'a') {
                throw fault("f-string: invalid conversion character: expected 's', 'r', or 'a'");
            }
        }
        if (accept(':')) {
            readText(nesting + 1);
        }
        if (!accept('}')) {
            throw fault("f-string: expecting '}'");
        }
    }

    private boolean accept(char c) {
        if (at < end && chars[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipValue() {
        char[] open = new char[BRACKET_LIMIT];
        int level = 0;
        for (; at < end; at++) {
            char c = chars[at];
            if (c == '\\') {
                throw fault("f-string expression part cannot include a backslash");
            } else if (c == '"' || c == '\'') {
                skipString(c);
            } else if (c == '[' || c == '{' || c == '(') {
                if (level == BRACKET_LIMIT) {
                    throw fault("f-string: too many nested parenthesis");
                }
                open[level++] = c;
            } else if (c == '#') {
                throw fault("f-string expression part cannot include '#'");
            } else if (level == 0 && endsValue(c)) {
                return;
            } else if (c == ')' || c == '}' || c == ']') {
                level = close(open, level, c);
            }
        }
        throw fault(level > 0 ? "f-string: '" + open[level - 1] + "' was never closed" : "f-string: expecting '}'");
    }

    private int close(char[] open, int level, char c) {
        if (level == 0) {
            throw fault("f-string: unmatched '" + c + "'");
        }
        char opening = open[level - 1];
        if (!(opening == '(' ? c == ')' : c == opening + 2)) {
            throw fault(
                    "f-string: closing parenthesis '" + c + "' does not match opening parenthesis '" + opening + "'");
        }
        return level - 1;
    }

    private boolean endsValue(char c) {
        if ("!:}=<>".indexOf(c) < 0) {
            return false;
        }
        if (at + 1 < end && chars[at + 1] == '=' && "!=<>".indexOf(c) >= 0) {
            at++;
            return false;
        }
        return c != '<' && c != '>';
    }

    private void skipString(char quote) {
        boolean triple = at + 2 < end && chars[at + 1] == quote && chars[at + 2] == quote;
        at += triple ? 3 : 1;
        for (; at < end; at++) {
            if (chars[at] == '\\') {
                throw fault("f-string expression part cannot include a backslash");
            }
            if (chars[at] == quote && (!triple || (at + 2 < end && chars[at + 1] == quote && chars[at + 2] == quote))) {
                at += triple ? 2 : 0;
                return;
            }
        }
        throw fault("f-string: unterminated string");
    }

    private void checkValue(int from, int to) {
        if (isName(from, to)) {
            return;
        }
        String value = new String(chars, from, to - from);
        if (value.isBlank()) {
            throw fault("f-string: empty expression not allowed");
        }
        SourceText field = SourceText.of("(" + value + ")");
        try {
            PythonParser.parseField(field, cursor.minor, cursor.tokens.memory().inner());
        } catch (SyntaxFault wrong) {
            int column = wrong.column() > 0 ? wrong.column() : field.column(wrong.offset());
            throw new SyntaxFault("f-string: " + wrong.text(), literal, column);
        }
    }

    /** Whether a value is a name, or names with dots between them, as most are: that needs no grammar. */
    private boolean isName(int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || chars[i] == '.') {
                if (i == start || Keywords.contains(new String(chars, start, i - start))) {
                    return false;
                }
                start = i + 1;
            } else if (chars[i] != '_' && (chars[i] < 'a' || chars[i] > 'z')) {
                return false;
            }
        }
        return true;
    }

    private SyntaxFault fault(String message) {
        return cursor.faultAtLastToken(message);
    }
}
