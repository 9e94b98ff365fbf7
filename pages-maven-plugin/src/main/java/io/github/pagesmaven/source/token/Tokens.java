package io.github.pagesmaven.source.token;

import io.github.pagesmaven.source.text.SourceText;
import io.github.pagesmaven.source.text.SyntaxFault;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, the last one repeated for ever. They are split at once. To find the place of a mistake they are
 * traced: then a token counts as read when it is asked for, so that a mistake further down is not seen before the parser
 * gets there.
 */
public final class Tokens {
    private static final Kind[] KINDS = Kind.values();

    private final SourceText text;
    private final int minor;
    private final Tokenizer tokenizer;
    private final TokenMemory memory;
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private short[] levels;
    private int[] words;
    private int fill;
    private int literals;
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
     * @param memory where they stand until it is used for another text
     */
    public Tokens(SourceText text, int minor, TokenMemory memory) {
        this.text = text;
        this.minor = minor;
        this.memory = memory;
        memory.names.beginFile();
        grow(64 + text.length() / 5);
        tokenizer = new Tokenizer(text, minor, this, memory.names);
        fault = split();
        read = fill;
        kinds[fill] = (byte) Kind.END.index();
    }

    /** Begins to take note of which tokens are read. */
    public void trace() {
        read = 0;
        broken = false;
    }

    /** The text that is split. */
    public SourceText text() {
        return text;
    }

    /** The minor version whose rules count. */
    public int minor() {
        return minor;
    }

    /** Where the tokens stand. */
    public TokenMemory memory() {
        return memory;
    }

    /**
     * The kind of a token; when traced, it counts as read from now on, and so do all before it.
     *
     * @throws SyntaxFault when the text cannot be split there
     */
    public Kind kind(int index) {
        return index < read ? KINDS[kinds[index]] : readUpTo(index);
    }

    private Kind readUpTo(int index) {
        if (index < fill) {
            read = index + 1;
            return KINDS[kinds[index]];
        }
        read = fill;
        if (fault != null) {
            broken = true;
            throw fault;
        }
        return Kind.END;
    }

    /** How many tokens were read until now; all of them when they are not traced. */
    public int read() {
        return read;
    }

    /** Index of a token's first character. */
    public int start(int index) {
        return starts[index];
    }

    /** Where CPython reports a mistake at a token: a change of the indentation has no place but the space before it. */
    public int place(int index) {
        Kind kind = KINDS[kinds[index]];
        boolean block = kind == Kind.INDENT || kind == Kind.DEDENT;
        return block && text.lineStart(starts[index]) < starts[index] ? starts[index] - 1 : starts[index];
    }

    /** Index after a token's last character. */
    public int end(int index) {
        return ends[index];
    }

    /** The word of a name or keyword, in NFKC; empty for other tokens. */
    public String name(int index) {
        return memory.names.text(words[index]);
    }

    /** How many brackets are open after a token. */
    public int level(int index) {
        return levels[index];
    }

    /** The kinds by their indices, for reading only; all tokens stand there, and the last one is repeated once. */
    public byte[] kinds() {
        return kinds;
    }

    /** Whether the text could not be split to its end. */
    public boolean isBroken() {
        return fault != null;
    }

    /** The index of a name among those that are watched, or -1. */
    public int watched(int index) {
        return memory.names.watched(words[index]);
    }

    /** Whether a token is a string of bytes. */
    public boolean isBytes(int index) {
        char[] chars = text.chars();
        int start = starts[index];
        return kinds[index] == Kind.STRING.index()
                && ((chars[start] | ' ') == 'b' || (chars[start + 1] | ' ') == 'b')
                && !isPlain(index);
    }

    /** Whether a string token begins with its quote. */
    public boolean isPlain(int index) {
        char first = text.chars()[starts[index]];
        return first == '"' || first == '\'';
    }

    /** Whether a string token has a backslash in it. */
    public boolean escaped(int index) {
        return words[index] == Names.ESCAPED;
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
            } while (kinds[fill - 1] != Kind.END.index());
            return null;
        } catch (SyntaxFault found) {
            return found;
        }
    }

    void add(Kind kind, int start, int end, int level) {
        add(kind, start, end, level, Names.NONE);
    }

    /** How many strings there are that have a prefix or a backslash. */
    public int literals() {
        return literals;
    }

    /** The token of such a string. */
    public int literal(int index) {
        return memory.literals[index];
    }

    void addString(int start, int end, int level, boolean escaped) {
        if (escaped || text.chars()[start] >= 'B') {
            memory.reserveLiterals(literals + 1);
            memory.literals[literals++] = fill;
        }
        add(Kind.STRING, start, end, level, escaped ? Names.ESCAPED : Names.NONE);
    }

    void add(Kind kind, int start, int end, int level, int word) {
        if (fill + 2 > kinds.length) {
            grow(fill * 2);
        }
        kinds[fill] = (byte) kind.index();
        starts[fill] = start;
        ends[fill] = end;
        levels[fill] = (short) level;
        words[fill] = word;
        fill++;
    }

    private void grow(int size) {
        memory.reserve(size);
        kinds = memory.kinds;
        starts = memory.starts;
        ends = memory.ends;
        levels = memory.levels;
        words = memory.words;
    }
}
