package io.github.pagesmaven.install;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder of packages as it stands. What is in it, file by file, is read when it is asked for. */
public final class InstalledPackages {
    private final Path directory;
    private final String identity;
    private final int unpacked;
    private final Supplier<List<InstalledDistribution>> source;
    private @Nullable List<InstalledDistribution> distributions;

    /**
     * A folder of packages.
     *
     * @param directory the folder
     * @param identity a text that is the same when, and only when, the folder holds the same
     * @param unpacked how many distributions were unpacked just now; the others stood there already
     * @param source what is in it
     */
    InstalledPackages(Path directory, String identity, int unpacked, Supplier<List<InstalledDistribution>> source) {
        this.directory = directory;
        this.identity = identity;
        this.unpacked = unpacked;
        this.source = source;
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /** A text that is the same when, and only when, the folder holds the same. */
    public String identity() {
        return identity;
    }

    /** How many distributions were unpacked just now. */
    public int unpacked() {
        return unpacked;
    }

    /** What is in it, sorted by name. */
    public synchronized List<InstalledDistribution> distributions() {
        if (distributions == null) {
            distributions = List.copyOf(source.get());
        }
        return distributions;
    }

    /** Bytes of all files. */
    public long size() {
        return distributions().stream().mapToLong(InstalledDistribution::size).sum();
    }

    /** Bytes that {@code slim=safe} has left out. */
    public long leftOut() {
        return distributions().stream()
                .mapToLong(InstalledDistribution::leftOut)
                .sum();
    }
}
