package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;
import java.util.Arrays;

/** The tokens of a text, produced when they are first asked for; the last one is repeated for ever. */
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
    /** Whether the text cannot be split any further. */
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
     * The kind of a token; reads on when it was not read yet.
     *
     * @throws SyntaxFault when the text cannot be split there
     */
    public Kind kind(int index) {
        while (index >= fill) {
            readNext();
        }
        return kinds[index];
    }

    private void readNext() {
        broken = true;
        tokenizer.next();
        broken = false;
    }

    /** How many tokens were read until now. */
    public int read() {
        return fill;
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
     * @param fault the mistake of the grammar
     * @return that mistake, or the one that goes before it
     */
    public SyntaxFault checkRest(SyntaxFault fault) {
        if (broken) {
            return fault;
        }
        int line = text.line(starts[Math.max(0, fill - 1)]);
        try {
            while (fill == 0 || kinds[fill - 1] != Kind.END) {
                tokenizer.next();
            }
            return fault;
        } catch (ParserFault late) {
            return tokenizer.neverClosed(line, fault);
        } catch (SyntaxFault earlier) {
            return earlier;
        }
    }

    void add(Kind kind, int start, int end, int level) {
        add(kind, start, end, level, NO_NAME);
    }

    void addString(int start, int end, int level, boolean escaped) {
        add(Kind.STRING, start, end, level, escaped ? ESCAPED : NO_NAME);
    }

    void add(Kind kind, int start, int end, int level, String name) {
        if (fill == kinds.length) {
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
