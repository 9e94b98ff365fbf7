package io.github.pagesmaven.resolve;

import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The simplest store: one folder, named by hashes. */
public final class FolderStore implements WheelStore {
    private final Path folder;

    public FolderStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Optional<Path> find(String sha256) {
        Path wheel = folder.resolve(sha256 + ".whl");
        return Files.exists(wheel) ? Optional.of(wheel) : Optional.empty();
    }

    @Override
    public Path add(Path wheel, String sha256) throws IOException {
        if (!hash(wheel).equals(sha256)) {
            throw new IOException("hash of " + wheel);
        }
        return Files.copy(wheel, folder.resolve(sha256 + ".whl"));
    }

    @Override
    public Path note(String kind, Path project) {
        return folder.resolve(kind + ".note");
    }

    /** Loses all wheels. */
    public void clear() throws IOException {
        try (Stream<Path> wheels = Files.list(folder)) {
            for (Path wheel : (Iterable<Path>) wheels::iterator) {
                Files.delete(wheel);
            }
        }
    }

    public static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
