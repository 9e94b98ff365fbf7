package io.github.pagesmaven.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of a zip that {@link EntryWriter} has written: entry after entry without gaps, without zip64.
 *
 * @param bytes the directory as it stands in the zip
 * @param entries its records, in the order of the zip
 */
record ZipDirectory(ByteBuffer bytes, List<Entry> entries) {
    /** In a record of the directory: where the entry begins in the zip. */
    static final int OFFSET = 42;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int METHOD = 10;
    private static final int CRC = 16;
    private static final int COMPRESSED = 20;
    private static final int UNPACKED = 24;
    private static final int NAME_LENGTH = 28;
    private static final int HEAD = 46;
    private static final int COUNT_LIMIT = 0xFFFF;
    private static final long SIZE_LIMIT = 0xFFFFFFFFL;

    /**
     * One entry.
     *
     * @param name its path
     * @param record where its record begins in the directory
     * @param recordLength how long that is
     * @param from where the entry begins in the zip
     * @param to where the next one begins
     * @param content what its record tells about its bytes
     */
    record Entry(String name, int record, int recordLength, long from, long to, ZipContent content) {
        /** Whether all its numbers stand here, not in a zip64 field. */
        boolean isPlain() {
            return from < SIZE_LIMIT && content.compressed() < SIZE_LIMIT && content.size() < SIZE_LIMIT;
        }
    }

    /** Reads the directory; empty when the zip is another kind. */
    static Optional<ZipDirectory> read(FileChannel zip) throws IOException {
        if (zip.size() < END_SIZE) {
            return Optional.empty();
        }
        ByteBuffer end = bytes(zip, zip.size() - END_SIZE, END_SIZE);
        int count = end.getShort(10) & COUNT_LIMIT;
        long size = end.getInt(12) & SIZE_LIMIT;
        long start = end.getInt(16) & SIZE_LIMIT;
        boolean known = end.getInt(0) == END_SIGNATURE && fits(count, zip.size()) && end.getShort(20) == 0;
        if (!known || start + size + END_SIZE != zip.size()) {
            return Optional.empty();
        }
        ByteBuffer bytes = bytes(zip, start, (int) size);
        List<Entry> entries = entries(bytes, count, start);
        return entries.stream().allMatch(Entry::isPlain)
                ? Optional.of(new ZipDirectory(bytes, entries))
                : Optional.empty();
    }

    /** Whether a zip of this size needs no zip64. */
    static boolean fits(int count, long size) {
        return count < COUNT_LIMIT && size < SIZE_LIMIT;
    }

    private static List<Entry> entries(ByteBuffer bytes, int count, long end) {
        List<Entry> entries = new ArrayList<>(count);
        int record = 0;
        for (int i = 0; i < count; i++) {
            int name = bytes.getShort(record + NAME_LENGTH) & COUNT_LIMIT;
            int extra = bytes.getShort(record + NAME_LENGTH + 2) & COUNT_LIMIT;
            int comment = bytes.getShort(record + NAME_LENGTH + 4) & COUNT_LIMIT;
            int length = HEAD + name + extra + comment;
            boolean last = i == count - 1;
            entries.add(new Entry(
                    text(bytes, record + HEAD, name),
                    record,
                    length,
                    bytes.getInt(record + OFFSET) & SIZE_LIMIT,
                    last ? end : bytes.getInt(record + length + OFFSET) & SIZE_LIMIT,
                    content(bytes, record)));
            record += length;
        }
        return entries;
    }

    private static ZipContent content(ByteBuffer bytes, int record) {
        return new ZipContent(
                bytes.getShort(record + METHOD),
                bytes.getInt(record + CRC) & SIZE_LIMIT,
                bytes.getInt(record + COMPRESSED) & SIZE_LIMIT,
                bytes.getInt(record + UNPACKED) & SIZE_LIMIT);
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        byte[] text = new byte[length];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }
}
