package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Wheels of all projects, named by the hash of their bytes. An entry is written once, by a rename of a finished file,
 * so that builds share the folder without locks and a build that dies leaves nothing but a temporary file; an entry is
 * hashed when it is used, and one that is damaged is fetched again.
 */
public final class WheelCache implements WheelStore {
    /** Where wheels stand. */
    static final String WHEELS = "wheels";
    /** Where unfinished files stand. */
    static final String TEMPORARY = "tmp";

    /** Where compiled wheels stand. */
    static final String BYTECODE = "bytecode";

    /** Size and time with which a wheel was found whole; a file's own time tells when the wheel was last used. */
    static final String CHECKED = "checked";

    /** What is kept about projects. */
    static final String NOTES = "notes";
    /** Where unpacked wheels stand. */
    static final String UNPACKED = "unpacked";

    /** The file in which answers of interpreters are kept. */
    public static final String INTERPRETERS = "interpreters.txt";

    private static final List<String> PARTS =
            List.of(WHEELS, CHECKED, TEMPORARY, UNPACKED, BYTECODE, NOTES, INTERPRETERS, Sweep.STAMP, LastUse.LOCK);

    private static final String TAG = "CACHEDIR.TAG";
    private static final Duration LEFT_OVER = Duration.ofDays(1);
    private static final String TAG_TEXT =
            """
            Signature: 8a477f597d28d172789f06886806bc55
            # Wheels kept by pages-maven-plugin. It is safe to delete this folder: what is needed is fetched again.
            """;

    /** Size and time of the wheels that one of the goals of this build has found whole. */
    private static final Map<Path, String> WHOLE = new ConcurrentHashMap<>();

    private final Path shared;
    private final Path writable;

    private WheelCache(Path shared, Path writable) {
        this.shared = shared;
        this.writable = writable;
    }

    /**
     * Opens the cache; where it cannot be written, builds go on with a folder of their own and what can be read.
     *
     * @param directory the folder for all projects
     * @param own a folder under {@code target/} for when the other is read-only or cannot be made
     * @param warnings told that the cache is not used (PAGES-027)
     */
    public static WheelCache open(Path directory, Path own, Consumer<Problem> warnings) {
        Path shared = directory.toAbsolutePath().normalize();
        try {
            prepare(shared);
            Sweep.daily(shared);
            return new WheelCache(shared, shared);
        } catch (IOException e) {
            warnings.accept(Problem.warning(
                    Code.NOT_WRITABLE,
                    "<cacheDirectory>",
                    "wheels cannot be kept in " + shared + ": " + reason(e),
                    "make the folder writable, or name another one with -Dpages.cacheDirectory=PATH",
                    "this build keeps them under target/ and goes on"));
            return new WheelCache(shared, own.toAbsolutePath().normalize());
        }
    }

    private static void prepare(Path root) throws IOException {
        Path temporary = Files.createDirectories(root.resolve(TEMPORARY));
        Files.createDirectories(root.resolve(WHEELS));
        Path probe = Files.createFile(temporary.resolve(UUID.randomUUID() + ".part"));
        if (Files.exists(root.resolve(TAG))) {
            Files.delete(probe);
        } else {
            Files.writeString(probe, TAG_TEXT);
            Replacement.move(probe, root.resolve(TAG));
        }
        sweep(temporary, Clock.systemUTC());
    }

    /** Deletes what builds that died have left behind. */
    static void sweep(Path temporary, Clock clock) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (age(file, clock).compareTo(LEFT_OVER) > 0) {
                    Folder.delete(file);
                }
            }
        }
    }

    private static Duration age(Path file, Clock clock) {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        } catch (IOException sweptByAnother) {
            return Duration.ZERO;
        }
    }

    /**
     * The wheel with this hash. What is there is hashed first; a damaged one counts as missing.
     *
     * @param sha256 in lower-case hexadecimal
     */
    @Override
    public Optional<Path> find(String sha256) {
        for (Path root : roots()) {
            if (isWhole(root, sha256)) {
                return Optional.of(place(root, sha256));
            }
        }
        return Optional.empty();
    }

    private List<Path> roots() {
        return writable.equals(shared) ? List.of(shared) : List.of(writable, shared);
    }

    /** Hashed once, and again when size or time have changed; whoever copies bytes out of it checks these. */
    private static boolean isWhole(Path root, String sha256) {
        Path wheel = place(root, sha256);
        Path checked = root.resolve(CHECKED).resolve(sha256);
        // Before the look at it: what is found then stays.
        LastUse.renew(root, checked);
        File file = wheel.toFile();
        String stamp = file.length() + " " + file.lastModified();
        try {
            if (stamp.equals(WHOLE.get(wheel))) {
                return true;
            }
            if (Files.exists(checked) && Files.readString(checked).equals(stamp)) {
                WHOLE.put(wheel, stamp);
                return true;
            }
            if (!Files.isRegularFile(wheel) || !Sha256.of(wheel).equals(sha256)) {
                return false;
            }
        } catch (IOException unreadable) {
            return false;
        }
        remember(checked, stamp);
        return true;
    }

    private static void remember(Path checked, String stamp) {
        Path temporary = checked.resolveSibling(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(checked.resolveSibling(""));
            Files.writeString(temporary, stamp);
            Replacement.move(temporary, checked);
        } catch (IOException readOnly) {
            // A cache that can only be read is hashed each time.
        }
    }

    /**
     * Keeps a copy of a wheel.
     *
     * @param wheel a file anywhere
     * @param sha256 what its bytes must hash to
     * @return the copy
     * @throws IOException when the bytes have another hash, or the disk is full
     */
    @Override
    public Path add(Path wheel, String sha256) throws IOException {
        Path place = place(writable, sha256);
        Path folder = Files.createDirectories(writable.resolve(TEMPORARY));
        Path temporary = folder.resolve(UUID.randomUUID() + ".part");
        try {
            String found;
            try (OutputStream out = Files.newOutputStream(temporary)) {
                found = Sha256.copy(wheel, out);
            }
            if (!found.equals(sha256)) {
                throw new IOException(wheel.getFileName() + " has sha256 " + found + ", expected " + sha256);
            }
            Files.createDirectories(place.resolveSibling(""));
            Replacement.commit(temporary, place);
            return place;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Path note(String kind, Path project) {
        String name = Sha256.ofText(project.toAbsolutePath().normalize().toString());
        Path note = writable.resolve(NOTES).resolve(kind + "-" + name);
        LastUse.renew(writable, note);
        return note;
    }

    /** A folder for files that are needed during this build, in the cache's own file system. */
    public Path temporaryFolder() throws IOException {
        return Files.createDirectories(writable.resolve(TEMPORARY).resolve(UUID.randomUUID() + ".part"));
    }

    /**
     * Deletes all wheels, and whatever else the plugin has written here; the user's own files in this folder stay.
     *
     * @return how many bytes were freed
     */
    public static long clean(Path directory) throws IOException {
        long freed = 0;
        for (String part : PARTS) {
            freed += Folder.size(directory.resolve(part));
            Folder.delete(directory.resolve(part));
        }
        return freed;
    }

    /** Where wheels may be unpacked for all projects; empty when only this build uses what it writes. */
    public Optional<Path> forAll() {
        return writable.equals(shared) ? Optional.of(shared) : Optional.empty();
    }

    /** Where the entries are that this build writes. */
    public Path directory() {
        return writable;
    }

    private static Path place(Path root, String sha256) {
        if (!Sha256.isOne(sha256)) {
            throw new IllegalArgumentException("no sha256: " + sha256);
        }
        return root.resolve(WHEELS).resolve(sha256.substring(0, 2)).resolve(sha256 + ".whl");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
