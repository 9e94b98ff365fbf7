package io.github.pagesmaven.source.token;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens stand while their file is read. One memory serves one file after another, because fresh memory for each
 * costs more than reading does; it belongs to one thread at a time.
 */
public final class TokenMemory {
    final Names names;
    byte[] kinds = {};
    int[] starts = {};
    int[] ends = {};
    short[] levels = {};
    int[] words = {};
    int[] literals = new int[64];
    private @Nullable TokenMemory inner;

    /**
     * An empty memory.
     *
     * @param watched names that {@link Tokens#watched} knows without a look at their characters
     */
    public TokenMemory(List<String> watched) {
        names = new Names(watched);
    }

    /** A memory for text inside of a token, which is read while the tokens around it are in use. */
    public TokenMemory inner() {
        if (inner == null) {
            inner = new TokenMemory(List.of());
        }
        return inner;
    }

    void reserveLiterals(int size) {
        if (size > literals.length) {
            literals = Arrays.copyOf(literals, size * 2);
        }
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
