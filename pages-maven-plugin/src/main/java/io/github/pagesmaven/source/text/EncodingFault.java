package io.github.pagesmaven.source.text;

/** Bytes that are no text, so that a mistake has a line but no place in the text. */
public final class EncodingFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    EncodingFault(String message, int line) {
        super(message, null, false, false);
        this.line = line;
    }

    /** The message, which is always there. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** 1-based. */
    public int line() {
        return line;
    }
}
