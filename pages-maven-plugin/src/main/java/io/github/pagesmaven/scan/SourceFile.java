package io.github.pagesmaven.scan;

import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Python file of the function tree. */
public final class SourceFile {
    private final String path;
    private final Supplier<Source> source;
    private final Optional<Entry> entry;

    /**
     * A file.
     *
     * @param path relative to the functions directory, with {@code /}, as it stands on disk
     * @param source what the file says; asked for when it is needed
     * @param entry what answers requests in it; absent for an auxiliary module
     */
    SourceFile(String path, Supplier<Source> source, Optional<Entry> entry) {
        this.path = path;
        this.source = source;
        this.entry = entry;
    }

    /** A file that was read. */
    public SourceFile(String path, Source source, Optional<Entry> entry) {
        this(path, () -> source, entry);
    }

    /** Its path from the functions directory, with {@code /}, as it stands on disk. */
    public String path() {
        return path;
    }

    /** What the file says. */
    public Source source() {
        return source.get();
    }

    /** What answers requests in it; absent for an auxiliary module. */
    public Optional<Entry> entry() {
        return entry;
    }

    /** Whether the file answers requests. */
    public boolean isFunction() {
        return entry.isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceFile file
                && path.equals(file.path)
                && entry.equals(file.entry)
                && source().equals(file.source());
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, entry);
    }

    @Override
    public String toString() {
        return path;
    }
}
