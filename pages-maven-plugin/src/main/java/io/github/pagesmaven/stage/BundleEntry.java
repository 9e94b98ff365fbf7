package io.github.pagesmaven.stage;

/**
 * One file of a bundle.
 *
 * @param path below the bundle's folder, or in the archive, segments separated by {@code /}
 * @param source where its bytes are
 * @param executable whether it is a program
 * @param part what its size counts for: a distribution such as {@code numpy 2.4.6}, or {@link Bundle#FUNCTIONS} ...
 */
public record BundleEntry(String path, EntrySource source, boolean executable, String part) {
    /** The same entry below a folder, whose name ends with a slash. */
    public BundleEntry below(String folder) {
        return new BundleEntry(folder + path, source, executable, part);
    }
}
