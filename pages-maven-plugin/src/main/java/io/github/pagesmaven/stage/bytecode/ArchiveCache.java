package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.python.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Compiled distributions of all projects. Each is a zip with the bytecode of all its modules, named by its own hash, in a
 * folder named by the wheel's hash, the interpreter's full version, which decides about the magic number, and the form.
 */
final class ArchiveCache {
    /** Counts what the compiling program tells of a module: an archive of another form is not read. */
    static final String FORM = "2";

    private static final int BUFFER = 1 << 16;
    private static final String SUFFIX = ".zip";

    private final Path root;
    private final Path temporary;
    private final String version;

    ArchiveCache(Path cache, Interpreter interpreter) {
        this.root = cache.resolve("bytecode");
        this.temporary = cache.resolve("tmp");
        this.version = interpreter.implementation() + "-" + interpreter.version() + "-" + FORM;
    }

    /** An archive that was checked just now. */
    record Archive(Path file, String sha256) {}

    /** The compiled form of a wheel; a damaged one counts as missing. */
    Optional<Archive> find(String wheel) throws IOException {
        Path folder = folder(wheel);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String hash = hash(file);
                if (file.getFileName().toString().equals(hash + SUFFIX)) {
                    return Optional.of(new Archive(file, hash));
                }
            }
        }
        return Optional.empty();
    }

    /** A place for an archive that is being written. */
    Path unfinished() throws IOException {
        return Files.createDirectories(temporary).resolve(UUID.randomUUID() + ".part");
    }

    /** Keeps a finished archive. */
    Archive keep(Path finished, String wheel) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        String hash = hash(finished);
        Path place = Files.createDirectories(folder(wheel)).resolve(hash + SUFFIX);
        Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
        return new Archive(place, hash);
    }

    private Path folder(String wheel) {
        return root.resolve(wheel + "-" + version);
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
