package io.github.pagesmaven.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of a zip that {@link EntryWriter} has written: entry after entry without gaps, without zip64.
 *
 * @param bytes the directory as it stands in the zip
 * @param count how many records it has, in the order of the zip
 * @param start where it begins in the zip: the end of the last entry
 */
record ZipDirectory(ByteBuffer bytes, int count, long start) {
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
    record Entry(String name, int record, int recordLength, long from, long to, ZipContent content) {}

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
        ZipDirectory directory = new ZipDirectory(bytes(zip, start, (int) size), count, start);
        return directory.isPlain() ? Optional.of(directory) : Optional.empty();
    }

    /** Whether a zip of this size needs no zip64. */
    static boolean fits(int count, long size) {
        return count < COUNT_LIMIT && size < SIZE_LIMIT;
    }

    /** Whether all numbers stand in the records themselves, not in zip64 fields. */
    private boolean isPlain() {
        int record = 0;
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(record + COMPRESSED) == -1
                    || bytes.getInt(record + UNPACKED) == -1
                    || bytes.getInt(record + OFFSET) == -1) {
                return false;
            }
            record += length(record);
        }
        return true;
    }

    /** The length of the record that begins here. */
    int length(int record) {
        return HEAD
                + number(record + NAME_LENGTH)
                + number(record + NAME_LENGTH + 2)
                + number(record + NAME_LENGTH + 4);
    }

    private int number(int place) {
        return bytes.getShort(place) & COUNT_LIMIT;
    }

    /** Where the entry of the record that begins here begins in the zip; after the last record, where that entry ends. */
    long from(int record) {
        return record == bytes.limit() ? start : bytes.getInt(record + OFFSET) & SIZE_LIMIT;
    }

    /** How the name in the record that begins here compares with another, byte by byte. */
    int compareName(int record, byte[] other) {
        int name = bytes.arrayOffset() + record + HEAD;
        return Arrays.compareUnsigned(bytes.array(), name, name + number(record + NAME_LENGTH), other, 0, other.length);
    }

    /** The entry of the record that begins here. */
    Entry entry(int record) {
        int length = length(record);
        return new Entry(
                text(bytes, record + HEAD, number(record + NAME_LENGTH)),
                record,
                length,
                from(record),
                from(record + length),
                content(bytes, record));
    }

    /** All entries, in the order of the zip. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(count);
        int record = 0;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(record);
            entries.add(entry);
            record += entry.recordLength();
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
