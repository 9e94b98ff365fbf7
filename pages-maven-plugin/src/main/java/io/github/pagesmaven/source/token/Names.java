package io.github.pagesmaven.source.token;

import java.util.Arrays;

/** One string per distinct word of a file, so that a word that comes again costs no allocation. */
final class Names {
    private static final Names KEYWORDS = new Names(new String[256], new int[256], new Kind[256]);

    static {
        for (Kind kind : Kind.values()) {
            if (kind.isKeyword()) {
                char[] chars = kind.text().toCharArray();
                int slot = KEYWORDS.slot(chars, 0, chars.length, hash(chars));
                KEYWORDS.kinds[slot] = kind;
            }
        }
    }

    private String[] texts;
    private int[] hashes;
    private Kind[] kinds;
    private int size;

    private Names(String[] texts, int[] hashes, Kind[] kinds) {
        this.texts = texts;
        this.hashes = hashes;
        this.kinds = kinds;
        if (kinds[0] == null) {
            Arrays.fill(kinds, Kind.NAME);
        }
    }

    /** A table that knows the keywords. */
    static Names withKeywords() {
        Names names = new Names(KEYWORDS.texts.clone(), KEYWORDS.hashes.clone(), KEYWORDS.kinds.clone());
        names.size = KEYWORDS.size;
        return names;
    }

    /** Where a word stands; valid until the next call. The hash is built as {@link #hash} does. */
    int slot(char[] chars, int start, int end, int hash) {
        int mask = texts.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (texts[slot] != null) {
            if (hashes[slot] == hash && matches(texts[slot], chars, start, end)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        if (size * 2 >= texts.length) {
            grow();
            return slot(chars, start, end, hash);
        }
        texts[slot] = new String(chars, start, end - start);
        hashes[slot] = hash;
        size++;
        return slot;
    }

    String text(int slot) {
        return texts[slot];
    }

    Kind kind(int slot) {
        return kinds[slot];
    }

    static int hash(char[] chars) {
        int hash = 0;
        for (char c : chars) {
            hash = hash * 31 + c;
        }
        return hash;
    }

    private void grow() {
        Names larger = new Names(new String[texts.length * 2], new int[texts.length * 2], new Kind[texts.length * 2]);
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                char[] chars = texts[i].toCharArray();
                larger.kinds[larger.slot(chars, 0, chars.length, hashes[i])] = kinds[i];
            }
        }
        texts = larger.texts;
        hashes = larger.hashes;
        kinds = larger.kinds;
    }

    private static boolean matches(String text, char[] chars, int start, int end) {
        int length = end - start;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
