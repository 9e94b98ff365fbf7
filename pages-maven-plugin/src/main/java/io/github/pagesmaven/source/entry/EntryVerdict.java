package io.github.pagesmaven.source.entry;

import java.util.List;
import java.util.Optional;

/**
 * Whether a file is a function, and what its author should know.
 *
 * @param entry what answers requests; absent for an auxiliary module
 * @param hints in the order of the text
 */
public record EntryVerdict(Optional<Entry> entry, List<Hint> hints) {
    public EntryVerdict {
        hints = List.copyOf(hints);
    }
}
