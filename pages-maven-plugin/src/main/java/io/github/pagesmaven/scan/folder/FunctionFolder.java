package io.github.pagesmaven.scan.folder;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.codehaus.plexus.util.MatchPatterns;
import org.jspecify.annotations.Nullable;

/** Walks the functions directory. */
public final class FunctionFolder {
    /** Neither scanned nor bundled at any depth, as the platform documents. */
    public static final Set<String> EXCLUDED =
            Set.of("__pycache__", ".git", "node_modules", "venv", ".venv", "scripts", "tests", ".pytest_cache");

    private final Path root;
    private final String shown;
    private final @Nullable MatchPatterns excludes;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();

    private FunctionFolder(Path root, String shown, List<String> excludes) {
        this.root = root;
        this.shown = shown;
        this.excludes = excludes.isEmpty()
                ? null
                : MatchPatterns.from(
                        excludes.stream().map(FunctionFolder::platformPattern).toList());
    }

    /**
     * Lists a folder; one that does not exist is empty.
     *
     * @param root the folder
     * @param shown how messages call it
     * @param excludes globs, seen from the folder, of what is left out
     * @throws PagesException when the folder cannot be read
     */
    public static FolderListing list(Path root, String shown, List<String> excludes) {
        if (!Files.exists(root)) {
            return new FolderListing(List.of(), List.of());
        }
        try {
            FunctionFolder folder = new FunctionFolder(root.toRealPath(), shown, excludes);
            folder.walk(folder.root, folder.root, "");
            folder.files.sort(Comparator.comparing(FoundFile::path, PathOrder.BY_CODE_POINT));
            List<String> paths = new ArrayList<>(folder.files.size());
            for (FoundFile file : folder.files) {
                paths.add(file.path());
            }
            folder.problems.addAll(FileNames.check(shown, paths));
            return new FolderListing(folder.files, folder.problems);
        } catch (IOException | DirectoryIteratorException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            shown,
                            "cannot be read",
                            "make every folder and file in it readable",
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private void walk(Path folder, Path real, String prefix) throws IOException {
        open.push(real);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String path = prefix + name;
                if (!EXCLUDED.contains(name) && !isExcluded(path)) {
                    visit(entry, real.resolve(name), path);
                }
            }
        }
        open.pop();
    }

    private void visit(Path entry, Path real, String path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            follow(entry, path);
        } else {
            take(entry, real, path, attributes);
        }
    }

    private void follow(Path link, String path) throws IOException {
        if (!Files.exists(link)) {
            refuse(path, "is a symbolic link that leads nowhere");
            return;
        }
        Path real = link.toRealPath();
        if (!real.startsWith(root)) {
            refuse(path, "is a symbolic link that leaves " + shown);
            return;
        }
        take(link, real, path, Files.readAttributes(real, BasicFileAttributes.class));
    }

    private void take(Path entry, Path real, String path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile()) {
            long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            files.add(new FoundFile(path, entry, attributes.size(), modified));
        } else if (!attributes.isDirectory()) {
            refuse(path, "is neither a file nor a folder");
        } else if (open.contains(real)) {
            refuse(path, "is a symbolic link that leads back to a folder around it");
        } else {
            walk(entry, real, path + "/");
        }
    }

    private void refuse(String path, String what) {
        problems.add(Problem.error(
                Code.LINK_OUTSIDE,
                VisibleText.of(shown + "/" + path),
                what,
                "put a file or folder in its place, or name it in <excludes>"));
    }

    private boolean isExcluded(String path) {
        return excludes != null && excludes.matches(path.replace('/', File.separatorChar), true);
    }

    /** A glob that ends in a slash means everything below it. */
    private static String platformPattern(String glob) {
        String pattern = glob.endsWith("/") ? glob + "**" : glob;
        return pattern.replace('/', File.separatorChar);
    }
}
