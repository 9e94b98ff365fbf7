package io.github.pagesmaven.run.watch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The state of all watched files at one moment. */
public final class Snapshot {
    /** Before the first look. */
    public static final Snapshot NOTHING = new Snapshot();

    private static final Pattern EDITOR_NOISE =
            Pattern.compile(".*~|\\.#.*|#.*#|4913|.*\\.sw[a-z]|.*\\.tmp|.*___jb_.*___");
    private static final String SOURCE = ".py";

    private final Map<Path, Stamp> stamps = new HashMap<>();
    private final Map<Path, Stamp> folders = new HashMap<>();
    private final Map<Path, Stamp> parents = new HashMap<>();
    private final Set<Path> missing = new HashSet<>();
    private final List<Sight> sights = new ArrayList<>();
    private boolean settled = true;

    private Snapshot() {}

    /** What a quick look asks of a file or folder: every request does, so it makes no objects. */
    private record Sight(File file, long millis) {
        boolean holds() {
            return file.lastModified() == millis;
        }
    }

    /**
     * Looks at folders with all that they hold, and at single files.
     *
     * @param roots folders or files, which need not exist
     * @param skipped names of folders that are not entered
     * @param last the look before this one
     */
    public static Snapshot take(List<Path> roots, Predicate<String> skipped, Snapshot last) {
        Snapshot snapshot = new Snapshot();
        Instant instant = Instant.now();
        long now = TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
        Visitor visitor = new Visitor(snapshot, skipped, last, now);
        for (Path root : roots) {
            if (!root.toFile().exists()) {
                snapshot.miss(root, now);
                continue;
            }
            try {
                visitor.root = root;
                Files.walkFileTree(root, visitor);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        snapshot.prepareQuickLook();
        return snapshot;
    }

    private void prepareQuickLook() {
        Map<Path, Stamp> all = new HashMap<>(stamps);
        all.putAll(folders);
        all.putAll(parents);
        all.forEach((path, stamp) -> {
            sights.add(new Sight(path.toFile(), stamp.millis()));
            settled &= stamp.settled();
        });
    }

    /** No file comes to be without its folder's time telling so; one question serves for all that are missing there. */
    private void miss(Path root, long now) {
        if (Files.isSymbolicLink(root)) {
            missing.add(root);
            return;
        }
        try {
            Path parent = root.toAbsolutePath().getParent();
            parents.put(parent, Stamp.ofFolder(Files.readAttributes(parent, BasicFileAttributes.class), now));
        } catch (IOException noFolder) {
            missing.add(root);
        }
    }

    /**
     * Whether a new look would find the same: no folder has other entries, no file another time. Lists nothing, so that
     * it costs one question to the system for each file and folder; false also where only a look can tell. A file that
     * is replaced is told by its folder's time, one that is written in place by its own.
     */
    public boolean holds() {
        for (Path root : missing) {
            if (root.toFile().exists()) {
                return false;
            }
        }
        for (Sight sight : sights) {
            if (!sight.holds()) {
                return false;
            }
        }
        return settled;
    }

    /** Most files are sources, and no editor calls a temporary file so. */
    private static boolean isEditorNoise(String name) {
        boolean source = name.endsWith(SOURCE) && name.charAt(0) != '.';
        return !source && EDITOR_NOISE.matcher(name).matches();
    }

    /** Files that are new, gone or different, sorted. */
    public Set<Path> changedSince(Snapshot last) {
        Set<Path> changed = new TreeSet<>();
        stamps.forEach((path, stamp) -> {
            if (!stamp.same(last.stamps.get(path))) {
                changed.add(path);
            }
        });
        last.stamps.keySet().stream().filter(path -> !stamps.containsKey(path)).forEach(changed::add);
        return changed;
    }

    /** How long ago the youngest of some files was written, in milliseconds; large when none exists. */
    public long ageMillis(Set<Path> files) {
        long youngest = stamps(files).mapToLong(Stamp::modified).max().orElse(0);
        return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(youngest);
    }

    /** Whether one of some files has lost its content, as it does for a moment while an editor writes it in place. */
    public boolean hasEmptied(Set<Path> files, Snapshot last) {
        return files.stream().anyMatch(file -> isEmpty(file) && !last.isEmpty(file) && last.stamps.containsKey(file));
    }

    private boolean isEmpty(Path file) {
        Stamp stamp = stamps.get(file);
        return stamp != null && stamp.size() == 0;
    }

    private Stream<Stamp> stamps(Set<Path> files) {
        return stamps.entrySet().stream()
                .filter(entry -> files.contains(entry.getKey()))
                .map(Map.Entry::getValue);
    }

    /** The folders that were entered. */
    public Set<Path> folders() {
        return new TreeSet<>(folders.keySet());
    }

    /** How many files were looked at. */
    public int size() {
        return stamps.size();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Snapshot snapshot;
        private final Predicate<String> skipped;
        private final Snapshot last;
        private final long now;
        private Path root = Path.of("");

        Visitor(Snapshot snapshot, Predicate<String> skipped, Snapshot last, long now) {
            this.snapshot = snapshot;
            this.skipped = skipped;
            this.last = last;
            this.now = now;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && skipped.test(String.valueOf(folder.getFileName()))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            snapshot.folders.put(folder, Stamp.ofFolder(attributes, now));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isEditorNoise(String.valueOf(file.getFileName()))) {
                BasicFileAttributes real = attributes.isSymbolicLink() && Files.exists(file)
                        ? Files.readAttributes(file, BasicFileAttributes.class)
                        : attributes;
                snapshot.stamps.put(file, Stamp.of(file, real, last.stamps.get(file), now));
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file that is gone when it is looked at has no stamp: that is a change as well. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
