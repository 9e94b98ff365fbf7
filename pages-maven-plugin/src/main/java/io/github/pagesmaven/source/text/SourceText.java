package io.github.pagesmaven.source.text;

import java.util.Arrays;

/**
 * The characters of a file: every line ends in a line feed, the last one too, and a zero character follows it, so that
 * reading one character ahead never leaves the array.
 */
public final class SourceText {
    private final char[] chars;
    private final int length;
    private int[] lineStarts = {};
    private int lines;
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
        int[] starts = lines();
        int found = Arrays.binarySearch(starts, 0, lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of a character, counted in code points; cheap when places are asked for in order. */
    public int column(int offset) {
        int from = lines()[line(offset) - 1];
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
        return lines()[line(offset) - 1];
    }

    private int[] lines() {
        if (lineStarts.length == 0) {
            int[] starts = new int[16 + length / 24];
            int count = 1;
            for (int i = 0; i < length; i++) {
                if (chars[i] == '\n') {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = i + 1;
                }
            }
            lineStarts = starts;
            lines = count;
        }
        return lineStarts;
    }
}
