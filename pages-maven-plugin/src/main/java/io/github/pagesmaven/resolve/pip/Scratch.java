package io.github.pagesmaven.resolve.pip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only this user can read, gone when it is closed. */
public final class Scratch implements AutoCloseable {
    /** How messages call it. */
    static final String PLACE = "the system's folder of temporary files";

    private final Path root;

    /** Makes it among the system's temporary files. */
    public Scratch() throws IOException {
        root = Files.createTempDirectory("pages-pip-");
    }

    /** A file in it, which does not exist yet. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** A new empty folder in it. */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        List<Path> content;
        try (Stream<Path> files = Files.walk(root)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.deleteIfExists(path);
        }
    }
}
