package io.github.pagesmaven.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to install where.
 *
 * @param wheels the distributions
 * @param packages the folder; all that is in it belongs to the installer
 * @param index a file beside it in which the installer remembers what it has put there
 * @param slim whether files are left out that no program needs
 * @param bytecode whether bytecode beside the files is left alone; otherwise it is deleted like all that is foreign
 * @param cache a folder to unpack wheels in for all projects; their files get a second name in {@code packages}
 * @param progress told of each distribution as it is unpacked
 */
public record InstallRequest(
        List<Wheel> wheels,
        Path packages,
        Path index,
        boolean slim,
        boolean bytecode,
        Optional<Path> cache,
        Progress progress) {
    public InstallRequest {
        wheels = List.copyOf(wheels);
    }

    /** A folder of files of its own, whose bytecode is left alone. */
    public InstallRequest(List<Wheel> wheels, Path packages, Path index, boolean slim, Progress progress) {
        this(wheels, packages, index, slim, true, Optional.empty(), progress);
    }

    /** Follows the work. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A distribution has been unpacked.
         *
         * @param distribution its name and version
         * @param done how many are done
         * @param total how many there are to unpack
         */
        void unpacked(String distribution, int done, int total);
    }
}
