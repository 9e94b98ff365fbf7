package io.github.pagesmaven.zip;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A zip to write.
 *
 * @param items its entries in any order, but for those of the part; two with one path are refused
 * @param part more entries: many, that seldom change
 * @param zip the file to write
 * @param state where the fingerprint of what was last written is kept
 * @param time the time of every entry, read in UTC; before 1980 it is 1980-01-01
 * @param sizeLimit the most bytes that the zip may have
 */
public record ZipRequest(List<ZipItem> items, ZipPart part, Path zip, Path state, Instant time, long sizeLimit) {
    /** The time where none is configured: the oldest that a zip can hold. */
    public static final Instant OLDEST = Instant.parse("1980-01-01T00:00:00Z");

    public ZipRequest {
        items = List.copyOf(items);
        time = time.isBefore(OLDEST) ? OLDEST : time;
    }

    /** A zip of single entries. */
    public ZipRequest(List<ZipItem> items, Path zip, Path state, Instant time, long sizeLimit) {
        this(items, ZipPart.NONE, zip, state, time, sizeLimit);
    }
}
