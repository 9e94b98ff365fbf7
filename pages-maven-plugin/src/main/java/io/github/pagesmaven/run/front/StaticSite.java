package io.github.pagesmaven.run.front;

import io.github.pagesmaven.platform.StaticFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the file that a path names in the static front end. No path leads out of the folder: not by its segments, not
 * by a drive letter, not by a link.
 */
public final class StaticSite {
    private static final String INDEX = "index.html";

    private final Path project;
    private final Optional<Path> folder;

    /**
     * @param project the project's folder, for names in messages
     * @param folder the static front end, if there is one
     */
    public StaticSite(Path project, Optional<Path> folder) {
        this.project = project;
        this.folder = folder;
    }

    /** Whether there is a static front end. */
    public boolean hasFolder() {
        return folder.isPresent();
    }

    /** The file of a path; of a folder its index.html. */
    Optional<Path> find(EdgePath path) {
        return folder.flatMap(root -> find(root, path.segments()));
    }

    private static Optional<Path> find(Path root, List<String> segments) {
        boolean directory = segments.get(segments.size() - 1).isEmpty();
        List<String> names = directory ? segments.subList(0, segments.size() - 1) : segments;
        Path file = root;
        try {
            for (String name : names) {
                if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
                    return Optional.empty();
                }
                file = file.resolve(name);
            }
            if (!StaticFiles.isPublished(names)) {
                return Optional.empty();
            }
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
        if (!file.toFile().exists()) {
            return Optional.empty();
        }
        if (Files.isDirectory(file)) {
            file = file.resolve(INDEX);
        } else if (directory) {
            return Optional.empty();
        }
        return Files.isRegularFile(file) && isInside(root, file) ? Optional.of(file) : Optional.empty();
    }

    private static boolean isInside(Path root, Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** A file at the top of the folder. */
    Optional<Path> top(String name) {
        return folder.flatMap(root -> find(root, List.of(name)));
    }

    /** The page of a single-page application: index.html, when it is the only page. */
    Optional<Path> singlePage() {
        Optional<Path> index = top(INDEX);
        return index.isPresent() && pages() == 1 ? index : Optional.empty();
    }

    private long pages() {
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .limit(2)
                    .count();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** How messages call a file. */
    String name(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }
}
