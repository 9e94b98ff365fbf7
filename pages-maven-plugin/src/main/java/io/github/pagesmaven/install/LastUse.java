package io.github.pagesmaven.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * When an entry of the cache was last used: the time of its mark, brought up to date once a day, so that most builds
 * write nothing. Marks are renewed and entries put away under one lock: what a build has marked stays during the build.
 */
final class LastUse {
    /** How exact a mark is. */
    static final Duration DAY = Duration.ofDays(1);

    /** The file that is locked. */
    static final String LOCK = "lock";

    private static final long RETRY_MILLIS = 10;

    private LastUse() {}

    /** Something done while no other process renews marks or puts entries away. */
    interface Action<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Says that the entry with this mark is used now; an entry without mark gets it from whoever checks the entry. */
    static void renew(Path root, Path mark) {
        if (!Files.exists(mark) || !isOlder(mark, DAY)) {
            return;
        }
        try {
            locked(root, () -> setNow(mark));
        } catch (IOException readOnlyOrSweptJustNow) {
            // Where nobody can lock or write, nobody sweeps; what was swept is looked for afterwards and not found.
        }
    }

    /** Gives a file the present time; makes an empty one where there is none. */
    static void touch(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, new byte[0], StandardOpenOption.CREATE);
        }
        setNow(file);
    }

    private static Path setNow(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /** Whether a file was last written longer ago; so it is when there is none. */
    static boolean isOlder(Path file, Duration age) {
        return System.currentTimeMillis() - file.toFile().lastModified() > age.toMillis();
    }

    /** Runs something alone among all builds; a build that dies gives the lock back. */
    static <T> T locked(Path root, Action<T> action) throws IOException {
        try (FileChannel channel =
                FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = lock(channel);
            try {
                return action.run();
            } finally {
                held.release();
            }
        }
    }

    /** Two builds in one process do not wait for each other by themselves. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldInThisProcess) {
                try {
                    Thread.sleep(RETRY_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        }
    }
}
