package io.github.pagesmaven.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Deletes, once a day, what no build has used for long: a wheel with all that was made of it, and the notes about a
 * project. Staged projects keep their files, which have two names. An entry is renamed first, then deleted, so that
 * nobody sees half of it, whenever the sweep dies.
 */
final class Sweep {
    /** How long an entry stays without being used. */
    static final Duration KEPT = Duration.ofDays(60);

    /** The file whose time says when the last sweep was. */
    static final String STAMP = "swept";

    private static final int HASH = 64;

    private final Path root;
    private final List<Path> putAway = new ArrayList<>();

    private Sweep(Path root) {
        this.root = root;
    }

    /** Sweeps a cache that was not swept today. */
    static void daily(Path root) {
        if (!LastUse.isOlder(root.resolve(STAMP), LastUse.DAY)) {
            return;
        }
        try {
            for (Path old : LastUse.locked(root, () -> new Sweep(root).putAway())) {
                Folder.delete(old);
            }
        } catch (IOException notToday) {
            // Nothing depends on it: what was put away goes with the leftovers, the rest tomorrow.
        }
    }

    private List<Path> putAway() throws IOException {
        Path stamp = root.resolve(STAMP);
        if (LastUse.isOlder(stamp, LastUse.DAY)) {
            LastUse.touch(stamp);
            for (Map.Entry<String, List<Path>> entry : wheels().entrySet()) {
                putAwayOld(root.resolve(WheelCache.CHECKED).resolve(entry.getKey()), entry.getValue());
            }
            for (Path note : children(root.resolve(WheelCache.NOTES))) {
                if (LastUse.isOlder(note, KEPT)) {
                    putAway(note);
                }
            }
        }
        return putAway;
    }

    /** The mark goes last: a sweep that dies before is completed by the next. */
    private void putAwayOld(Path mark, List<Path> parts) throws IOException {
        if (!Files.exists(mark)) {
            Files.createDirectories(mark.resolveSibling(""));
            LastUse.touch(mark);
        } else if (LastUse.isOlder(mark, KEPT)) {
            for (Path part : parts) {
                putAway(part);
            }
            putAway(mark);
        }
    }

    private void putAway(Path entry) throws IOException {
        Path away = root.resolve(WheelCache.TEMPORARY).resolve(UUID.randomUUID() + ".part");
        Files.move(entry, away, StandardCopyOption.ATOMIC_MOVE);
        putAway.add(away);
    }

    /** All that belongs to a wheel, by the wheel's hash; with a mark alone there is nothing. */
    private Map<String, List<Path>> wheels() throws IOException {
        Map<String, List<Path>> parts = new TreeMap<>();
        for (Path mark : children(root.resolve(WheelCache.CHECKED))) {
            parts.put(mark.getFileName().toString(), new ArrayList<>());
        }
        for (String kind : List.of(WheelCache.WHEELS, WheelCache.UNPACKED)) {
            for (Path shelf : children(root.resolve(kind))) {
                collect(shelf, parts);
            }
        }
        collect(root.resolve(WheelCache.BYTECODE), parts);
        return parts;
    }

    /** Names begin with the hash. */
    private static void collect(Path shelf, Map<String, List<Path>> parts) throws IOException {
        for (Path entry : children(shelf)) {
            String name = entry.getFileName().toString();
            if (name.length() >= HASH && Sha256.isOne(name.substring(0, HASH))) {
                parts.computeIfAbsent(name.substring(0, HASH), hash -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
