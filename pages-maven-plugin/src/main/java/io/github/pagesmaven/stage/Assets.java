package io.github.pagesmaven.stage;

import io.github.pagesmaven.platform.StaticFiles;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * The static front end as entries of the archive: every file of its folder that the platform publishes, but for secrets.
 * Links are followed within the folder.
 *
 * @param entries the files, with paths below the folder, sorted
 * @param problems what was left out, and why
 */
public record Assets(List<BundleEntry> entries, List<Problem> problems) {
    private static final long LARGEST_KEY_FILE = 1 << 20;

    public Assets {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** The front end of a project that has none. */
    public static Assets none() {
        return new Assets(List.of(), List.of());
    }

    /**
     * Collects the files.
     *
     * @param directory the front end's folder
     * @throws PagesException when a link leaves the folder (PAGES-028) or a file cannot be read (PAGES-027)
     */
    public static Assets of(Path directory) {
        try {
            Walk walk = new Walk(directory);
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
            return walk.result();
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            directory.toString(),
                            "the static front end cannot be read: " + e,
                            "make its files readable, then build again"),
                    e);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path real;
        private final List<BundleEntry> entries = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private final List<Problem> errors = new ArrayList<>();

        Walk(Path root) throws IOException {
            this.root = root;
            this.real = root.toRealPath();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            boolean entered = folder.equals(root) || (StaticFiles.isPublished(path(folder)) && !leaves(folder));
            return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = path(file);
            if (!StaticFiles.isPublished(path) || leaves(file)) {
                return FileVisitResult.CONTINUE;
            }
            boolean secret = Secrets.byName(path).isPresent()
                    || (attributes.size() <= LARGEST_KEY_FILE && Secrets.holdsPrivateKey(Files.readAllBytes(file)));
            if (secret) {
                leftOut.add(root.getFileName() + "/" + path);
            } else {
                entries.add(new BundleEntry(path, new EntrySource.OnDisk(file), false, Bundle.ASSETS));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean leaves(Path path) throws IOException {
            if (path.toRealPath().startsWith(real)) {
                return false;
            }
            errors.add(Problem.error(
                    Code.LINK_OUTSIDE,
                    root.getFileName() + "/" + root.relativize(path),
                    "the link leaves the folder of the static front end",
                    "copy what it points at into the folder"));
            return true;
        }

        Assets result() {
            if (!errors.isEmpty()) {
                throw PagesException.failure(errors);
            }
            entries.sort(Comparator.comparing(BundleEntry::path));
            return new Assets(entries, leftOut.isEmpty() ? List.of() : List.of(FunctionFiles.warning(leftOut)));
        }
    }
}
