package io.github.pagesmaven.install;

/**
 * One file in the folder of packages.
 *
 * @param path below that folder, segments separated by {@code /}
 * @param entry the name of the wheel's entry that it was unpacked from
 * @param size its bytes
 * @param executable whether it is a program
 * @param unmodified whether its bytes are those of the wheel's entry
 * @param modified time of its last change, in milliseconds since 1970
 */
public record InstalledFile(
        String path, String entry, long size, boolean executable, boolean unmodified, long modified) {
    /** The same with another time. */
    InstalledFile changedAt(long time) {
        return new InstalledFile(path, entry, size, executable, unmodified, time);
    }
}
