package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;

/** The brackets that are open. */
final class Brackets {
    private static final int LIMIT = 200;

    private final SourceText text;
    private final char[] open = new char[LIMIT];
    private final int[] offsets = new int[LIMIT];
    private int level;

    Brackets(SourceText text) {
        this.text = text;
    }

    int level() {
        return level;
    }

    int innermost() {
        return offsets[level - 1];
    }

    void open(char bracket, int offset) {
        if (level == LIMIT) {
            throw new SyntaxFault("too many nested parentheses", offset);
        }
        open[level] = bracket;
        offsets[level++] = offset;
    }

    /** Closes the innermost bracket; within the field of an f-string a wrong one is the field's mistake. */
    void close(char bracket, int offset, boolean endsField) {
        if (level == 0) {
            throw new SyntaxFault("unmatched '" + bracket + "'", offset);
        }
        level--;
        char opening = open[level];
        if ((opening == '(' && bracket == ')') || (opening != '(' && bracket == opening + 2)) {
            return;
        }
        if (endsField && opening == '{') {
            throw new SyntaxFault("f-string: unmatched '" + bracket + "'", offset);
        }
        int line = text.line(offsets[level]);
        String where = line == text.line(offset) ? "" : " on line " + line;
        throw new SyntaxFault(
                "closing parenthesis '" + bracket + "' does not match opening parenthesis '" + opening + "'" + where,
                offset);
    }

    SyntaxFault neverClosed() {
        return new ParserFault("'" + open[level - 1] + "' was never closed", innermost());
    }
}
