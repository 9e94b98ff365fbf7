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
 * @param time the time of every entry, read in UTC; before 1980 it is 1980-01-01, after 2107 its last second
 * @param sizeLimit the most bytes that the zip may have
 */
public record ZipRequest(List<ZipItem> items, ZipPart part, Path zip, Path state, Instant time, long sizeLimit) {
    /** The time where none is configured: the oldest that a zip can hold. */
    public static final Instant OLDEST = Instant.ofEpochSecond(315_532_800);

    private static final Instant NEWEST = Instant.ofEpochSecond(4_354_819_198L);

    public ZipRequest {
        items = List.copyOf(items);
        time = time.isBefore(OLDEST) ? OLDEST : time.isAfter(NEWEST) ? NEWEST : time;
    }

    /** A zip of single entries. */
    public ZipRequest(List<ZipItem> items, Path zip, Path state, Instant time, long sizeLimit) {
        this(items, ZipPart.NONE, zip, state, time, sizeLimit);
    }
}
