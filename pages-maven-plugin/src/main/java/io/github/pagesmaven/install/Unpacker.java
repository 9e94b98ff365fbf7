package io.github.pagesmaven.install;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Unpacks wheels into a folder; each file is checked against the wheel's RECORD as it is written. */
final class Unpacker implements AutoCloseable {
    private final Path root;
    private final Slimming slimming;
    private final Set<Path> folders = new HashSet<>();
    private final EntryCopy copy = new EntryCopy();

    Unpacker(Path root, Slimming slimming) {
        this.root = root;
        this.slimming = slimming;
    }

    /**
     * Unpacks a wheel.
     *
     * @param standing tells which files stand there already
     */
    InstalledDistribution unpack(WheelArchive archive, Predicate<String> standing) throws IOException {
        Set<String> leftOut = slimming.leftOut(archive);
        List<InstalledFile> files = new ArrayList<>();
        Files.deleteIfExists(root.resolve(archive.recordEntry()));
        long bytesLeftOut = 0;
        for (WheelFile file : archive.files()) {
            if (leftOut.contains(file.path())) {
                bytesLeftOut += file.size();
            } else if (file.path().equals(archive.recordEntry())) {
                files.add(record(archive, file, leftOut));
            } else {
                boolean stands = standing.test(file.path());
                files.add(stands ? known(file) : write(archive, file));
            }
        }
        return new InstalledDistribution(archive.wheel(), files, bytesLeftOut);
    }

    private InstalledFile write(WheelArchive archive, WheelFile file) throws IOException {
        Path target = root.resolve(file.path());
        String hash;
        try (OutputStream out =
                Files.newOutputStream(place(file.path()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            hash = copy.copy(archive, file, out);
        } catch (FileAlreadyExistsException e) {
            throw BrokenWheel.because(archive.wheel(), "two of its entries are installed as " + file.path());
        } catch (EOFException e) {
            throw BrokenWheel.because(archive.wheel(), file.entry() + " is damaged: it " + e.getMessage());
        }
        if (!file.hash().isEmpty() && !file.hash().equals(hash)) {
            throw BrokenWheel.because(archive.wheel(), file.entry() + " is not what RECORD says: " + hash);
        }
        if (file.executable()) {
            makeExecutable(target);
        }
        return installed(file, true, target);
    }

    /** RECORD names files where they are installed, and only those. */
    private InstalledFile record(WheelArchive archive, WheelFile file, Set<String> leftOut) throws IOException {
        Map<String, String> places = new HashMap<>();
        boolean moved = !leftOut.isEmpty() || archive.installsLessThanItHolds();
        for (WheelFile one : archive.files()) {
            moved |= !one.path().equals(one.entry());
            if (!leftOut.contains(one.path())) {
                places.put(one.entry(), one.path());
            }
        }
        if (!moved) {
            return write(archive, file);
        }
        StringBuilder text = new StringBuilder();
        for (RecordRow row : archive.rows()) {
            String place = places.get(row.path());
            if (place != null) {
                text.append(row.at(place).line()).append('\n');
            }
        }
        Path target = place(file.path());
        Files.write(target, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        return installed(file, false, target);
    }

    private InstalledFile known(WheelFile file) {
        return installed(file, true, root.resolve(file.path()));
    }

    private static InstalledFile installed(WheelFile file, boolean unmodified, Path target) {
        return new InstalledFile(
                file.path(),
                file.entry(),
                unmodified ? file.size() : target.toFile().length(),
                file.executable(),
                unmodified,
                target.toFile().lastModified());
    }

    private Path place(String path) throws IOException {
        Path target = root.resolve(path);
        Path folder = target.resolveSibling("");
        if (folders.add(folder)) {
            Files.createDirectories(folder);
        }
        return target;
    }

    private static void makeExecutable(Path file) throws IOException {
        try {
            Set<PosixFilePermission> modes = new HashSet<>(Files.getPosixFilePermissions(file));
            modes.add(PosixFilePermission.OWNER_EXECUTE);
            modes.add(PosixFilePermission.GROUP_EXECUTE);
            modes.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, modes);
        } catch (UnsupportedOperationException noSuchModesHere) {
            return;
        }
    }

    @Override
    public void close() {
        copy.close();
    }
}
