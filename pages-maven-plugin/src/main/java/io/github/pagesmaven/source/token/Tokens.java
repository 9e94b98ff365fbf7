package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, the last one repeated for ever. They are split at once but count as read when they are asked
 * for, so that a mistake further down is not seen before the parser gets there.
 */
public final class Tokens {
    private static final String NO_NAME = "";
    private static final String ESCAPED = "\\";

    private final SourceText text;
    private final int minor;
    private final Tokenizer tokenizer;
    private Kind[] kinds;
    private int[] starts;
    private int[] ends;
    private short[] levels;
    private String[] names;
    private int fill;
    private int read;
    /** Why the text cannot be split to its end. */
    private final @Nullable SyntaxFault fault;
    /** Whether that was told. */
    private boolean broken;

    /**
     * The tokens of a whole file.
     *
     * @param text the file
     * @param minor the minor version of CPython 3 whose rules count
     */
    public Tokens(SourceText text, int minor) {
        this.text = text;
        this.minor = minor;
        int size = 64 + text.length() / 5;
        kinds = new Kind[size];
        starts = new int[size];
        ends = new int[size];
        levels = new short[size];
        names = new String[size];
        tokenizer = new Tokenizer(text, minor, this);
        fault = split();
    }

    /** The text that is split. */
    public SourceText text() {
        return text;
    }

    /** The minor version whose rules count. */
    public int minor() {
        return minor;
    }

    /**
     * The kind of a token; from now on it counts as read, and so do all before it.
     *
     * @throws SyntaxFault when the text cannot be split there
     */
    public Kind kind(int index) {
        return index < read ? kinds[index] : readUpTo(index);
    }

    private Kind readUpTo(int index) {
        if (index < fill) {
            read = index + 1;
            return kinds[index];
        }
        read = fill;
        if (fault != null) {
            broken = true;
            throw fault;
        }
        return Kind.END;
    }

    /** How many tokens were read until now. */
    public int read() {
        return read;
    }

    /** Index of a token's first character. */
    public int start(int index) {
        return starts[index];
    }

    /** Where CPython reports a mistake at a token: a change of the indentation has no place but the space before it. */
    public int place(int index) {
        Kind kind = kinds[index];
        boolean block = kind == Kind.INDENT || kind == Kind.DEDENT;
        return block && text.lineStart(starts[index]) < starts[index] ? starts[index] - 1 : starts[index];
    }

    /** Index after a token's last character. */
    public int end(int index) {
        return ends[index];
    }

    /** The word of a name or keyword, in NFKC; empty for other tokens. */
    public String name(int index) {
        return names[index];
    }

    /** How many brackets are open after a token. */
    public int level(int index) {
        return levels[index];
    }

    /** Whether a string token has a backslash in it. */
    public boolean escaped(int index) {
        return names[index].equals(ESCAPED);
    }

    /**
     * What CPython does after a mistake of the grammar: it looks through the rest for a mistake that goes before it.
     *
     * @param mistake the mistake of the grammar
     * @return that mistake, or the one that goes before it
     */
    public SyntaxFault checkRest(SyntaxFault mistake) {
        if (broken || fault == null) {
            return mistake;
        }
        int line = text.line(starts[Math.max(0, read - 1)]);
        return fault instanceof ParserFault ? tokenizer.neverClosed(line, mistake) : fault;
    }

    private @Nullable SyntaxFault split() {
        try {
            do {
                tokenizer.next();
            } while (kinds[fill - 1] != Kind.END);
            return null;
        } catch (SyntaxFault found) {
            return found;
        }
    }

    void add(Kind kind, int start, int end, int level) {
        add(kind, start, end, level, NO_NAME);
    }

    void addString(int start, int end, int level, boolean escaped) {
        add(Kind.STRING, start, end, level, escaped ? ESCAPED : NO_NAME);
    }

    void add(Kind kind, int start, int end, int level, String name) {
        if (fill + 2 > kinds.length) {
            grow();
        }
        kinds[fill] = kind;
        starts[fill] = start;
        ends[fill] = end;
        levels[fill] = (short) level;
        names[fill] = name;
        fill++;
    }

    private void grow() {
        int size = fill * 2;
        kinds = Arrays.copyOf(kinds, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        levels = Arrays.copyOf(levels, size);
        names = Arrays.copyOf(names, size);
    }
}
