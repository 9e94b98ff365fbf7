package io.github.pagesmaven.scan.folder;

import java.nio.file.Path;

/**
 * A file of the functions directory.
 *
 * @param path relative to the directory, with {@code /}
 * @param file where it is read
 * @param size in bytes
 * @param modified when it was changed last, in nanoseconds since 1970
 */
public record FoundFile(String path, Path file, long size, long modified) {

    /** Whether it holds Python. */
    public boolean isSource() {
        return path.endsWith(".py");
    }
}
