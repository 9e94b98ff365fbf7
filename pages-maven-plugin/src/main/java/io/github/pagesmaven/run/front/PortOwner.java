package io.github.pagesmaven.run.front;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells which process listens on a port; on Linux, for processes that this user may look at. */
public final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For example {@code java (pid 4711)}. */
    public static Optional<String> of(int port) {
        try {
            Optional<String> inode = inode(PROC.resolve("net/tcp"), port);
            if (inode.isEmpty()) {
                inode = inode(PROC.resolve("net/tcp6"), port);
            }
            return inode.isEmpty() ? Optional.empty() : holder("socket:[" + inode.get() + "]");
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }

    private static Optional<String> inode(Path table, int port) throws IOException {
        String local = String.format(":%04X", port);
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTENING)) {
                return Optional.of(fields[9]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> holder(String socket) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    String name = Files.readString(process.resolve("comm")).strip();
                    return Optional.of(name + " (pid " + process.getFileName() + ")");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            return false;
        }
        return false;
    }
}
