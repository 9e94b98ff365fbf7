package io.github.pagesmaven.zip;

import java.util.List;
import java.util.function.Supplier;

/**
 * Entries that belong together, and need not be listed while nothing has changed.
 *
 * @param identity a text that is the same when, and only when, the entries and their bytes are
 * @param items the entries
 */
public record ZipPart(String identity, Supplier<List<ZipItem>> items) {
    /** No entries. */
    public static final ZipPart NONE = new ZipPart("", List::of);
}
