package io.github.pagesmaven.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a finished file in its place, so that nobody ever sees half of it. */
final class Replacement {
    private Replacement() {}

    /**
     * Makes a file's bytes durable, then gives it its name; what had that name is replaced.
     *
     * @param finished a file in the same file system
     */
    static void commit(Path finished, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        move(finished, place);
    }

    /** The same for a file that may be lost with the power: it is checked before use. */
    static void move(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
