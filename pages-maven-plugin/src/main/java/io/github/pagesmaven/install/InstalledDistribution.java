package io.github.pagesmaven.install;

import java.util.List;

/**
 * A distribution in the folder of packages.
 *
 * @param wheel where it comes from
 * @param files its files
 * @param leftOut bytes of the files that were left out because of {@code slim=safe}
 */
public record InstalledDistribution(Wheel wheel, List<InstalledFile> files, long leftOut) {
    public InstalledDistribution {
        files = List.copyOf(files);
    }

    /** Bytes of all its files. */
    public long size() {
        return files.stream().mapToLong(InstalledFile::size).sum();
    }
}
