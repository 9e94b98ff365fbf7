package io.github.pagesmaven.zip;

/**
 * What one distribution, or one part of the bundle, takes.
 *
 * @param group its name
 * @param entries how many entries
 * @param compressed bytes in the zip, without headers
 * @param unpacked bytes when unpacked
 */
public record GroupSize(String group, int entries, long compressed, long unpacked) {
    GroupSize minus(long lessCompressed, long lessUnpacked) {
        return new GroupSize(group, entries - 1, compressed - lessCompressed, unpacked - lessUnpacked);
    }

    GroupSize plus(GroupSize other) {
        return new GroupSize(group, entries + other.entries, compressed + other.compressed, unpacked + other.unpacked);
    }

    GroupSize plus(long moreCompressed, long moreUnpacked) {
        return new GroupSize(group, entries + 1, compressed + moreCompressed, unpacked + moreUnpacked);
    }
}
