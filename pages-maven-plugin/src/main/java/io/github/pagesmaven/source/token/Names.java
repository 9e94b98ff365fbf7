package io.github.pagesmaven.source.token;

import java.util.Arrays;
import java.util.List;

/**
 * One number and one string per distinct word, so that a word that comes again costs no allocation, be it in another
 * file. Words are compared by their characters, which stand one after the other in a pool.
 */
final class Names {
    /** The number of what is no word. */
    static final int NONE = 0;
    /** The number that marks a string with a backslash in it. */
    static final int ESCAPED = 1;

    /** So many words are kept from file to file. */
    private static final int LIMIT = 8192;

    private int[] slots = new int[1024];
    private String[] texts = new String[512];
    private Kind[] kinds = new Kind[512];
    private int[] hashes = new int[512];
    private int[] ends = new int[512];
    private char[] pool = new char[8192];
    private int size;
    private final List<String> watched;

    Names(List<String> watched) {
        this.watched = watched;
        forget();
    }

    /** Makes room when there are too many words; to be called between two files. */
    void beginFile() {
        if (size > LIMIT) {
            forget();
        }
    }

    private void forget() {
        Arrays.fill(slots, 0);
        texts[NONE] = "";
        texts[ESCAPED] = "\\";
        size = ESCAPED + 1;
        watched.forEach(this::id);
        for (Kind kind : Kind.values()) {
            if (kind.isKeyword()) {
                kinds[id(kind.text())] = kind;
            }
        }
    }

    int id(String text) {
        char[] chars = text.toCharArray();
        int hash = 0;
        for (char c : chars) {
            hash = hash * 31 + c;
        }
        return id(chars, 0, chars.length, hash);
    }

    /** The number of a word; the hash is that of {@link String#hashCode()}. */
    int id(char[] chars, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        int id = slots[slot];
        while (id != NONE) {
            if (hashes[id] == hash && matches(id, chars, start, end)) {
                return id;
            }
            slot = slot + 1 & mask;
            id = slots[slot];
        }
        return add(slot, chars, start, end, hash);
    }

    private boolean matches(int id, char[] chars, int start, int end) {
        int at = ends[id - 1];
        if (ends[id] - at != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (pool[at++] != chars[i]) {
                return false;
            }
        }
        return true;
    }

    private int add(int slot, char[] chars, int start, int end, int hash) {
        int from = ends[size - 1];
        int to = from + end - start;
        if (size == texts.length || to > pool.length) {
            grow(to);
        }
        System.arraycopy(chars, start, pool, from, end - start);
        int id = size++;
        slots[slot] = id;
        texts[id] = new String(chars, start, end - start);
        kinds[id] = Kind.NAME;
        hashes[id] = hash;
        ends[id] = to;
        if (size * 2 > slots.length) {
            spread();
        }
        return id;
    }

    private void grow(int needed) {
        int words = size == texts.length ? size * 2 : texts.length;
        texts = Arrays.copyOf(texts, words);
        kinds = Arrays.copyOf(kinds, words);
        hashes = Arrays.copyOf(hashes, words);
        ends = Arrays.copyOf(ends, words);
        if (needed > pool.length) {
            pool = Arrays.copyOf(pool, needed * 2);
        }
    }

    private void spread() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int id = ESCAPED + 1; id < size; id++) {
            int slot = (hashes[id] ^ hashes[id] >>> 15) & mask;
            while (slots[slot] != NONE) {
                slot = slot + 1 & mask;
            }
            slots[slot] = id;
        }
    }

    /** The index of a word among those that are watched, or -1. */
    int watched(int id) {
        return id - ESCAPED <= watched.size() ? Math.max(-1, id - ESCAPED - 1) : -1;
    }

    String text(int id) {
        return texts[id];
    }

    Kind kind(int id) {
        return kinds[id];
    }
}
