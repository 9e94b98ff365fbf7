package io.github.pagesmaven.source.text;

/** A mistake in the text at a known place; it ends the reading of the file. */
public class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * A mistake.
     *
     * @param message in CPython's words
     * @param offset index of a character in the text
     */
    public SyntaxFault(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** The message, which is always there. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** Index of the character at which the mistake is reported. */
    public int offset() {
        return offset;
    }
}
