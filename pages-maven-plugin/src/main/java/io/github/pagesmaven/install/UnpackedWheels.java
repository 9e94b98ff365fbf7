package io.github.pagesmaven.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Unpacked wheels of all projects. Each is written once, checked against RECORD as it is written, and given its name when
 * it is whole. Projects link to its files, so these are read-only; one that was changed nevertheless, which its size or
 * time tells, makes the wheel be unpacked anew.
 */
final class UnpackedWheels {
    private static final String TREE = "tree";
    private static final String INDEX = "index";

    private final Path root;
    private final Path temporary;

    UnpackedWheels(Path cache) {
        this.root = cache.resolve(WheelCache.UNPACKED);
        this.temporary = cache.resolve(WheelCache.TEMPORARY);
    }

    /** Whether files of the cache can have a second name in a folder; not across file systems. */
    static boolean canLink(Path cache, Path folder) {
        String name = UUID.randomUUID() + ".part";
        try {
            Path probe =
                    Files.createDirectories(cache.resolve(WheelCache.TEMPORARY)).resolve(name);
            Path link = Files.createDirectories(folder).resolve("." + name);
            try {
                Files.createLink(link, Files.createFile(probe));
                return true;
            } finally {
                Files.deleteIfExists(link);
                Files.deleteIfExists(probe);
            }
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
        }
    }

    /** A wheel, unpacked now where it is not yet, or no longer whole. */
    UnpackedWheel of(Wheel wheel) throws IOException {
        Optional<UnpackedWheel> known = find(wheel);
        return known.isPresent() ? known.get() : unpack(wheel);
    }

    private Optional<UnpackedWheel> find(Wheel wheel) throws IOException {
        Path tree = place(wheel).resolve(TREE);
        Optional<PackagesIndex> index = PackagesIndex.read(place(wheel).resolve(INDEX));
        if (index.isEmpty() || index.get().distributions().size() != 1) {
            return Optional.empty();
        }
        InstalledDistribution found = index.get().distributions().get(0);
        return TreeStamps.hold(tree, found.files())
                ? Optional.of(new UnpackedWheel(new InstalledDistribution(wheel, found.files(), found.leftOut()), tree))
                : Optional.empty();
    }

    private UnpackedWheel unpack(Wheel wheel) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(UUID.randomUUID() + ".part"));
        try (WheelArchive archive = WheelArchive.open(wheel);
                Unpacker unpacker = new Unpacker(folder.resolve(TREE), new Slimming(false))) {
            InstalledDistribution installed = unpacker.unpack(archive, path -> false);
            protect(folder.resolve(TREE), installed.files());
            new PackagesIndex(false, List.of(installed), false).write(folder.resolve(INDEX));
            Path place = place(wheel);
            Files.createDirectories(place.resolveSibling(""));
            try {
                Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException taken) {
                Optional<UnpackedWheel> quicker = find(wheel);
                if (quicker.isPresent()) {
                    return quicker.get();
                }
                discard(place);
                Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return new UnpackedWheel(installed, place.resolve(TREE));
        } finally {
            Folder.delete(folder);
        }
    }

    /** What is damaged goes away at once, then is deleted: another build may be looking at it. */
    private void discard(Path place) throws IOException {
        Path away = temporary.resolve(UUID.randomUUID() + ".part");
        try {
            Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException discardedByAnother) {
            return;
        }
        Folder.delete(away);
    }

    /** Where a read-only file can be deleted: elsewhere mvn clean would fail. */
    private static void protect(Path tree, List<InstalledFile> files) throws IOException {
        if (File.separatorChar != '/') {
            return;
        }
        for (InstalledFile file : files) {
            if (!tree.resolve(file.path()).toFile().setReadOnly()) {
                throw new IOException(file.path() + " cannot be made read-only");
            }
        }
    }

    private Path place(Wheel wheel) {
        return root.resolve(wheel.sha256().substring(0, 2)).resolve(wheel.sha256());
    }
}
