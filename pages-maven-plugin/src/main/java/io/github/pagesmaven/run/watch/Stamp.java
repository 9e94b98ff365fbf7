package io.github.pagesmaven.run.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another. Time stamps count in ticks of the kernel: two writes within one tick
 * look alike, so a file that was written just before it was looked at is known by its content too.
 *
 * @param size bytes
 * @param modified nanoseconds since 1970
 * @param key the file's identity, where the system has one: a replaced file is another one
 * @param content checksum; -1 when the content was not looked at
 * @param settled whether the time stamp was old enough when the content was looked at
 */
record Stamp(long size, long modified, @Nullable Object key, long content, boolean settled) {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LARGEST = 4L * 1024 * 1024;

    static Stamp of(Path file, BasicFileAttributes attributes, @Nullable Stamp last, long now) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        Stamp stamp = new Stamp(attributes.size(), modified, attributes.fileKey(), -1, true);
        boolean recent = now - modified < TICK;
        boolean doubtful = last != null && !last.settled && last.sameStatus(stamp);
        if ((recent || doubtful) && stamp.size <= LARGEST) {
            return new Stamp(stamp.size, modified, stamp.key, checksum(file), !recent);
        }
        return last != null && last.sameStatus(stamp) ? last : stamp;
    }

    /** A folder's time changes with its entries. */
    static Stamp ofFolder(BasicFileAttributes attributes, long now) {
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return new Stamp(attributes.size(), modified, attributes.fileKey(), -1, now - modified >= TICK);
    }

    /** Milliseconds since 1970: all that a settled stamp needs, since a tick of the clock has passed since then. */
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(modified);
    }

    private boolean sameStatus(Stamp other) {
        return size == other.size && modified == other.modified && Objects.equals(key, other.key);
    }

    boolean same(@Nullable Stamp other) {
        return other != null && sameStatus(other) && (content == other.content || content == -1 || other.content == -1);
    }

    private static long checksum(Path file) {
        CRC32 checksum = new CRC32();
        try {
            checksum.update(Files.readAllBytes(file));
        } catch (IOException gone) {
            return -2;
        }
        return checksum.getValue();
    }
}
