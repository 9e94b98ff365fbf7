package io.github.pagesmaven.stage.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The bytecode in a bundle's folder: what was made of the same and is unchanged stays, everything else goes. */
final class StagedBytecode {
    private final Path root;
    private final BytecodeState last;
    private final TreeMap<String, String> staged = new TreeMap<>();

    StagedBytecode(Path root, BytecodeState last) {
        this.root = root;
        this.last = last;
    }

    /** Whether a file stands as it was made of just this. */
    boolean stands(String path, String madeOf) throws IOException {
        String stamp = last.staged().get(path);
        return stamp != null && stamp.equals(madeOf + " " + stamp(root.resolve(path)));
    }

    /** A place for a file that is to be written. */
    Path place(String path) throws IOException {
        Path file = root.resolve(path);
        Path folder = file.resolveSibling("");
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(folder);
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        return file;
    }

    /** Remembers a file; one that its compiler has refused is not there. */
    boolean remember(String path, String madeOf) throws IOException {
        String stamp = stamp(root.resolve(path));
        if (stamp.isEmpty()) {
            return false;
        }
        staged.put(path, madeOf + " " + stamp);
        return true;
    }

    private static String stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                    : "";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * Deletes bytecode that nobody has remembered.
     *
     * @param folders the folders of the bundle, below which bytecode may stand
     * @param entries paths of the bundle's own entries, some of which may be bytecode
     */
    void deleteOthers(Set<String> folders, Set<String> entries) throws IOException {
        for (String folder : folders) {
            Path cached = root.resolve(folder + "__pycache__");
            if (!Files.isDirectory(cached, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            boolean empty = true;
            try (Stream<Path> files = Files.list(cached)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String path = folder + "__pycache__/" + file.getFileName();
                    if (staged.containsKey(path) || entries.contains(path)) {
                        empty = false;
                    } else {
                        Files.delete(file);
                    }
                }
            }
            if (empty) {
                Files.delete(cached);
            }
        }
    }

    /** What stands now. */
    Map<String, String> staged() {
        return Map.copyOf(staged);
    }
}
