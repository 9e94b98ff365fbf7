package io.github.pagesmaven.scan;

import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import java.util.Optional;

/**
 * A Python file of the function tree.
 *
 * @param path relative to the functions directory, with {@code /}, as it stands on disk
 * @param source what the file says
 * @param entry what answers requests in it; absent for an auxiliary module
 */
public record SourceFile(String path, Source source, Optional<Entry> entry) {

    /** Whether the file answers requests. */
    public boolean isFunction() {
        return entry.isPresent();
    }
}
