package io.github.pagesmaven.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The records that a zip is made of, as PKWARE's APPNOTE has them: names in UTF-8, made by Unix, one time for all, zip64
 * only where a number does not fit.
 */
final class ZipRecords {
    private static final long LIMIT = 0xFFFFFFFFL;
    private static final int COUNT_LIMIT = 0xFFFF;
    private static final int UTF_8 = 1 << 11;
    private static final int STORED_VERSION = 10;
    private static final int VERSION = 20;
    private static final int ZIP64_VERSION = 45;
    private static final int UNIX = 3 << 8;
    private static final int FILE = 0100644;
    private static final int EXECUTABLE = 0100755;
    private static final int LONGEST_EXTRA = 28;

    private final int time;

    ZipRecords(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        this.time = (utc.getYear() - 1980) << 25
                | utc.getMonthValue() << 21
                | utc.getDayOfMonth() << 16
                | utc.getHour() << 11
                | utc.getMinute() << 5
                | utc.getSecond() >> 1;
    }

    /** What stands before the bytes of an entry. */
    ByteBuffer local(byte[] name, ZipContent content) {
        ByteBuffer record = buffer(30 + name.length + LONGEST_EXTRA).putInt(0x04034b50);
        boolean large = isLarge(content);
        common(record, content, large);
        record.putShort((short) name.length).putShort((short) (large ? 20 : 0)).put(name);
        if (large) {
            record.putShort((short) 1).putShort((short) 16);
            record.putLong(content.size()).putLong(content.compressed());
        }
        return record.flip();
    }

    /** What stands in the directory for an entry. */
    void appendTo(ByteArrayOutputStream directory, byte[] name, boolean executable, ZipContent content, long offset) {
        boolean large = isLarge(content);
        boolean far = offset >= LIMIT;
        int extra = (large ? 16 : 0) + (far ? 8 : 0);
        ByteBuffer record = buffer(46 + name.length + LONGEST_EXTRA).putInt(0x02014b50);
        record.putShort((short) (UNIX | (large || far ? ZIP64_VERSION : VERSION)));
        common(record, content, large || far);
        record.putShort((short) name.length).putShort((short) (extra == 0 ? 0 : extra + 4));
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        record.putInt((executable ? EXECUTABLE : FILE) << 16);
        record.putInt((int) Math.min(offset, LIMIT)).put(name);
        if (extra > 0) {
            record.putShort((short) 1).putShort((short) extra);
        }
        if (large) {
            record.putLong(content.size()).putLong(content.compressed());
        }
        if (far) {
            record.putLong(offset);
        }
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        directory.writeBytes(bytes);
    }

    private void common(ByteBuffer record, ZipContent content, boolean zip64) {
        int version = content.method() == 0 ? STORED_VERSION : VERSION;
        record.putShort((short) (zip64 ? ZIP64_VERSION : version));
        record.putShort((short) UTF_8).putShort((short) content.method());
        record.putInt(time).putInt((int) content.crc());
        boolean large = isLarge(content);
        record.putInt((int) (large ? LIMIT : content.compressed()));
        record.putInt((int) (large ? LIMIT : content.size()));
    }

    /** What stands at the end. */
    static ByteBuffer end(int count, long size, long start) {
        ByteBuffer end = buffer(22 + 20 + 56);
        boolean zip64 = count >= COUNT_LIMIT || size >= LIMIT || start >= LIMIT;
        if (zip64) {
            end.putInt(0x06064b50).putLong(44);
            end.putShort((short) (UNIX | ZIP64_VERSION)).putShort((short) ZIP64_VERSION);
            end.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(start);
            end.putInt(0x07064b50).putInt(0).putLong(start + size).putInt(1);
        }
        short entries = (short) Math.min(count, COUNT_LIMIT);
        end.putInt(0x06054b50).putInt(0).putShort(entries).putShort(entries);
        end.putInt((int) Math.min(size, LIMIT)).putInt((int) Math.min(start, LIMIT));
        return end.putShort((short) 0).flip();
    }

    private static boolean isLarge(ZipContent content) {
        return content.size() >= LIMIT || content.compressed() >= LIMIT;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
