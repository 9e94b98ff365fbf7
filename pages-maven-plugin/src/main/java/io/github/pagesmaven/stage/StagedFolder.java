package io.github.pagesmaven.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder in which files are only written when they are missing or differ. */
final class StagedFolder {
    private final Path root;
    private final Set<Path> wanted = new HashSet<>();

    StagedFolder(Path root) {
        this.root = root;
    }

    BundleEntry put(String path, byte[] content, String part) throws IOException {
        Path file = place(path);
        if (!isFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            clear(file);
            Files.write(file, content);
        }
        return new BundleEntry(path, new EntrySource.OnDisk(file), Programs.isProgram(content), part);
    }

    BundleEntry copy(String path, Path from, String part) throws IOException {
        Path file = place(path);
        if (!isFile(file) || Files.mismatch(file, from) != -1) {
            clear(file);
            try (InputStream in = Files.newInputStream(from)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new BundleEntry(path, new EntrySource.OnDisk(file), Programs.isProgram(file), part);
    }

    private Path place(String path) {
        Path file = root.resolve(path);
        for (Path one = file; !one.equals(root); one = one.resolveSibling("")) {
            wanted.add(one);
        }
        return file;
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes room for a file where a folder or link stands, and a folder where a file stands. */
    private void clear(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isFile(file)) {
            delete(file);
        }
        Path folder = file.resolveSibling("");
        for (Path one = folder; !one.equals(root); one = one.resolveSibling("")) {
            if (Files.exists(one, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(one);
            }
        }
        Files.createDirectories(folder);
    }

    /** Deletes what nobody put or copied, but for some folders at the top, and bytecode, which its compiler looks after. */
    void deleteOthers(Set<String> except) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(root) || wanted.contains(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                boolean bytecode = folder.getFileName().toString().equals("__pycache__");
                if (!bytecode && !except.contains(root.relativize(folder).toString())) {
                    delete(folder);
                }
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
