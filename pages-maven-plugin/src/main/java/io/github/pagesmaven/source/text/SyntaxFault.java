package io.github.pagesmaven.source.text;

/** A mistake in the text at a known place; it ends the reading of the file. */
public class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int column;

    /**
     * A mistake.
     *
     * @param message in CPython's words
     * @param offset index of a character in the text
     */
    public SyntaxFault(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
        this.column = 0;
    }

    /** The message, which is always there. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /**
     * A mistake inside of something that is read on its own, where CPython reports a column of that.
     *
     * @param offset index of a character on the line
     * @param column 1-based
     */
    public SyntaxFault(String message, int offset, int column) {
        super(message, null, false, false);
        this.offset = offset;
        this.column = column;
    }

    /** The 1-based column, or 0 when it is that of the offset. */
    public int column() {
        return column;
    }

    /** Index of the character at which the mistake is reported. */
    public int offset() {
        return offset;
    }
}
