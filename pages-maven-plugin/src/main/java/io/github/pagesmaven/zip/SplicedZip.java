package io.github.pagesmaven.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A zip that is put together from runs of entries of the one before and from new entries. */
final class SplicedZip {
    /** From here on the order of UTF-8 may be another than that of texts. */
    private static final char LAST_IN_ORDER = '\uD7FF';

    private final FileChannel old;
    private final ZipDirectory before;
    private final FileChannel out;
    private final ByteBuffer directory;
    private long position;
    private int record;
    private int count;

    /**
     * @param old the zip before
     * @param before its directory
     * @param out where the new one is written
     * @param added bytes that the records of new entries have
     */
    SplicedZip(FileChannel old, ZipDirectory before, FileChannel out, int added) {
        this.old = old;
        this.before = before;
        this.out = out;
        this.directory = ByteBuffer.allocate(before.bytes().limit() + added).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether entries with this name can be found by the bytes of their names. */
    static boolean isOrdered(String name) {
        return name.chars().allMatch(one -> one <= LAST_IN_ORDER);
    }

    /** Moves all entries of the zip before that stand before a name. */
    void moveUpTo(String name) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int end = record;
        while (end < before.bytes().limit() && before.compareName(end, bytes) < 0) {
            end += before.length(end);
        }
        moveRecords(end);
    }

    /** Whether the next entry of the zip before has this name. */
    boolean isAt(String name) {
        return record < before.bytes().limit()
                && before.compareName(record, name.getBytes(StandardCharsets.UTF_8)) == 0;
    }

    /** Leaves out the next entry of the zip before. */
    ZipContent leaveOut() {
        ZipDirectory.Entry entry = before.entry(record);
        record += entry.recordLength();
        return entry.content();
    }

    /** Adds an entry of another zip. */
    void add(FileChannel zip, ZipDirectory from, ZipDirectory.Entry entry) throws IOException {
        append(from.bytes(), entry.record(), entry.recordLength(), position - entry.from());
        move(zip, entry.from(), entry.to());
    }

    /** Moves what is left and writes the directory. */
    void finish() throws IOException {
        moveRecords(before.bytes().limit());
        long start = position;
        write(directory.flip());
        write(ZipRecords.end(count, position - start, start));
    }

    /** How many entries it has. */
    int count() {
        return count;
    }

    private void moveRecords(int end) throws IOException {
        if (end > record) {
            long from = before.from(record);
            append(before.bytes(), record, end - record, position - from);
            record = end;
            move(old, from, before.from(end));
        }
    }

    /** Copies records, whose entries stand elsewhere now. */
    private void append(ByteBuffer records, int start, int length, long shift) {
        int place = directory.position();
        directory.put(place, records, start, length).position(place + length);
        ZipDirectory copy = new ZipDirectory(directory, 0, 0);
        for (int at = place; at < place + length; at += copy.length(at)) {
            directory.putInt(at + ZipDirectory.OFFSET, (int) (directory.getInt(at + ZipDirectory.OFFSET) + shift));
            count++;
        }
    }

    private void move(FileChannel from, long start, long end) throws IOException {
        for (long at = start; at < end; ) {
            long moved = from.transferTo(at, end - at, out.position(position));
            if (moved <= 0) {
                throw new IOException("the zip before ends too early");
            }
            at += moved;
            position += moved;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            position += out.write(bytes, position);
        }
    }
}
