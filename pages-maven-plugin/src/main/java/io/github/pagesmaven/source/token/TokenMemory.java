package io.github.pagesmaven.source.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens stand while their file is read. One memory serves one file after another, because fresh memory for each
 * costs more than reading does; it belongs to one thread at a time.
 */
public final class TokenMemory {
    final Names names = new Names();
    byte[] kinds = {};
    int[] starts = {};
    int[] ends = {};
    short[] levels = {};
    int[] words = {};
    private @Nullable TokenMemory inner;

    /** An empty memory. */
    public TokenMemory() {}

    /** A memory for text inside of a token, which is read while the tokens around it are in use. */
    public TokenMemory inner() {
        if (inner == null) {
            inner = new TokenMemory();
        }
        return inner;
    }

    void reserve(int size) {
        if (size > kinds.length) {
            kinds = Arrays.copyOf(kinds, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            levels = Arrays.copyOf(levels, size);
            words = Arrays.copyOf(words, size);
        }
    }
}
