package io.github.pagesmaven.install;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder of packages as it stands.
 *
 * @param directory the folder
 * @param distributions what is in it, sorted by name
 * @param unpacked how many of them were unpacked just now; the others stood there already
 */
public record InstalledPackages(Path directory, List<InstalledDistribution> distributions, int unpacked) {
    public InstalledPackages {
        distributions = List.copyOf(distributions);
    }

    /** Bytes of all files. */
    public long size() {
        return distributions.stream().mapToLong(InstalledDistribution::size).sum();
    }

    /** Bytes that {@code slim=safe} has left out. */
    public long leftOut() {
        return distributions.stream().mapToLong(InstalledDistribution::leftOut).sum();
    }
}
