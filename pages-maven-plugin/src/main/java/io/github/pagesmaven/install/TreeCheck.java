package io.github.pagesmaven.install;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a folder with what should be in it, by size and time of last change. Bytecode may be passed over: whoever
 * compiles knows what it should be.
 */
final class TreeCheck extends SimpleFileVisitor<Path> {
    private static final String BYTECODE = "__pycache__";

    private final Path root;
    private final Map<String, InstalledFile> expected;
    private final boolean bytecode;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> holdingBytecode = new HashSet<>();
    private final List<Path> foreign = new ArrayList<>();
    private final Deque<String> prefixes = new ArrayDeque<>();

    private TreeCheck(Path root, Map<String, InstalledFile> expected, boolean bytecode) {
        this.root = root;
        this.bytecode = bytecode;
        this.expected = expected;
        for (String path : expected.keySet()) {
            for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
                if (!folders.add(path.substring(0, i))) {
                    break;
                }
            }
        }
    }

    /** Looks at every file once. */
    static TreeCheck of(Path root, Map<String, InstalledFile> expected, boolean bytecode) throws IOException {
        TreeCheck check = new TreeCheck(root, expected, bytecode);
        try {
            Files.walkFileTree(root, check);
        } catch (NoSuchFileException none) {
            return check;
        }
        return check;
    }

    /** Whether the folder holds exactly what it should. */
    boolean isWhole() {
        return foreign.isEmpty() && whole.size() == expected.size();
    }

    /** Whether a file stands as it was installed. */
    boolean isWhole(String path) {
        return whole.contains(path);
    }

    /** What should not be there: files and whole folders, changed files among them. */
    List<Path> foreign() {
        return foreign;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            prefixes.push("");
            return FileVisitResult.CONTINUE;
        }
        String path = prefixes.getFirst() + folder.getFileName();
        if (!folders.contains(path) && !(bytecode && path.endsWith("/" + BYTECODE))) {
            foreign.add(folder);
            return FileVisitResult.SKIP_SUBTREE;
        }
        prefixes.push(path + "/");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        String left = prefixes.pop();
        if (!left.isEmpty()
                && !holdingBytecode.contains(left)
                && !folders.contains(left.substring(0, left.length() - 1))) {
            foreign.add(folder);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = prefixes.isEmpty() ? "" : prefixes.getFirst() + file.getFileName();
        InstalledFile known = expected.get(path);
        if (known != null && TreeStamps.isWhole(known, attributes)) {
            whole.add(path);
        } else if (known != null
                || !bytecode
                || !path.endsWith(".pyc")
                || !prefixes.getFirst().endsWith("/" + BYTECODE + "/")) {
            foreign.add(file);
        } else {
            holdingBytecode.add(prefixes.getFirst());
        }
        return FileVisitResult.CONTINUE;
    }
}
