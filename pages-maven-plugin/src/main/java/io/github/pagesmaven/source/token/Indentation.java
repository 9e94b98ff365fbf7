package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;

/** The indentation of logical lines: once with tab stops of eight, once of one; both must agree. */
final class Indentation {
    private static final int LIMIT = 100;

    private final int[] columns = new int[LIMIT];
    private final int[] narrowColumns = new int[LIMIT];
    private final SourceText text;
    private int depth;

    Indentation(SourceText text) {
        this.text = text;
    }

    /**
     * Enters a line.
     *
     * @param column with tab stops of eight
     * @param narrow with tab stops of one
     * @param offset where its first token begins
     * @return 1 when a block begins, minus the number of blocks that end otherwise
     */
    int enter(int column, int narrow, int offset) {
        int change = 0;
        if (column > columns[depth]) {
            if (depth + 1 >= LIMIT) {
                throw fault("too many levels of indentation", offset);
            }
            checkTabs(narrow > narrowColumns[depth], offset);
            depth++;
            columns[depth] = column;
            narrowColumns[depth] = narrow;
            return 1;
        }
        while (depth > 0 && column < columns[depth]) {
            depth--;
            change--;
        }
        if (column != columns[depth]) {
            throw fault("unindent does not match any outer indentation level", offset);
        }
        checkTabs(narrow == narrowColumns[depth], offset);
        return change;
    }

    private void checkTabs(boolean consistent, int offset) {
        if (!consistent) {
            throw new ParserFault("inconsistent use of tabs and spaces in indentation", text.lineStart(offset));
        }
    }

    /** A mistake at the end of the line, where CPython reports it. */
    private SyntaxFault fault(String message, int offset) {
        int end = offset;
        while (end < text.length() && text.chars()[end] != '\n') {
            end++;
        }
        return new ParserFault(message, end);
    }
}
