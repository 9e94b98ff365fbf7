package io.github.pagesmaven.source.text;

/** Characters of more than one byte. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes belong to a character after its first one, which is none of ASCII. */
    static int more(byte first) {
        return first >= (byte) 0xF0 ? 3 : first >= (byte) 0xE0 ? 2 : 1;
    }

    /** The character that begins at an index; negative when the bytes there are malformed. */
    static int point(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        int more = more(bytes[start]);
        if (first < 0xC2 || first > 0xF4 || start + more >= bytes.length) {
            return -1;
        }
        int point = first & (0x3F >> more);
        for (int i = start + 1; i <= start + more; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return -1;
            }
            point = point << 6 | (bytes[i] & 0x3F);
        }
        boolean tooLong = more == 2 ? point < 0x800 : more == 3 && point < 0x10000;
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return tooLong || surrogate || point > Character.MAX_CODE_POINT ? -1 : point;
    }
}
