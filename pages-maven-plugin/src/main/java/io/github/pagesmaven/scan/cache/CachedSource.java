package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Source;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a file, and how to tell whether it is the same file.
 *
 * @param size in bytes
 * @param modified in nanoseconds since 1970
 * @param digest of the content; empty when the file was not changed for so long that size and time tell enough
 * @param facts what the file says; read from the cache when it is asked for
 * @param judged what an interpreter said, or null when none was asked
 */
public record CachedSource(long size, long modified, String digest, Supplier<Source> facts, @Nullable Verdict judged) {

    /** What the file says. */
    public Source source() {
        return facts.get();
    }

    /** What an interpreter said; empty when none was asked. */
    public Optional<Verdict> verdict() {
        return Optional.ofNullable(judged);
    }

    /** The same with other facts. */
    public CachedSource with(Source read) {
        return new CachedSource(size, modified, digest, () -> read, judged);
    }

    /** The same with a verdict. */
    public CachedSource judged(Verdict verdict) {
        return new CachedSource(size, modified, digest, facts, verdict);
    }
}
