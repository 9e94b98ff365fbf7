package io.github.pagesmaven.source.text;

import java.util.Arrays;

/**
 * The characters of a file: every line ends in a line feed, the last one too, and a zero character follows it, so that
 * reading one character ahead never leaves the array.
 */
public final class SourceText {
    private final char[] chars;
    private final int length;
    /** Where lines begin, as far as anybody asked. */
    private int[] lineStarts = new int[32];

    private int lines = 1;
    /** Up to where lines are known. */
    private int searched;

    private int columnOffset = -1;
    private int columnThere;

    /**
     * A text from characters without carriage returns.
     *
     * @param chars the buffer; not copied
     * @param length how many of them are text
     */
    SourceText(char[] chars, int length) {
        boolean ended = length == 0 || chars[length - 1] == '\n';
        this.length = ended ? length : length + 1;
        this.chars = chars.length > this.length ? chars : Arrays.copyOf(chars, this.length + 1);
        if (!ended) {
            this.chars[length] = '\n';
        }
        this.chars[this.length] = 0;
    }

    /** A text for a part of a file that is read on its own. */
    public static SourceText of(String text) {
        return new SourceText(text.toCharArray(), text.length());
    }

    /** The characters, for reading only; those from {@link #length()} on are no text. */
    public char[] chars() {
        return chars;
    }

    /** The number of characters. */
    public int length() {
        return length;
    }

    /** The characters between two indices. */
    public String slice(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** The 1-based line of a character. */
    public int line(int offset) {
        findLines(offset);
        int found = Arrays.binarySearch(lineStarts, 0, lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of a character, counted in code points; cheap when places are asked for in order. */
    public int column(int offset) {
        int from = lineStart(offset);
        int column = 1;
        if (columnOffset >= from && columnOffset <= offset) {
            from = columnOffset;
            column = columnThere;
        }
        int to = Math.min(offset, length);
        columnThere = column + Character.codePointCount(chars, from, to - from);
        columnOffset = to;
        return columnThere;
    }

    /** Index of the first character of a character's line. */
    public int lineStart(int offset) {
        int line = line(offset);
        return lineStarts[line - 1];
    }

    private void findLines(int offset) {
        int end = Math.min(offset, length);
        for (; searched < end; searched++) {
            if (chars[searched] == '\n') {
                if (lines == lineStarts.length) {
                    lineStarts = Arrays.copyOf(lineStarts, lines * 2);
                }
                lineStarts[lines++] = searched + 1;
            }
        }
    }
}
