package io.github.pagesmaven.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip of the build before: an entry of ours that has not changed need not be deflated again. */
final class Previous implements Closeable {
    private final Path zip;
    private final Optional<ZipState> state;
    private final Fingerprint fingerprint;
    private Optional<ZipFile> open = Optional.empty();

    Previous(Path zip, Optional<ZipState> state, Fingerprint fingerprint) {
        this.zip = zip;
        this.state = state;
        this.fingerprint = fingerprint;
    }

    /** Where there was no zip before, or nothing is to be taken from it. */
    static Previous none() {
        return new Previous(Path.of(""), Optional.empty(), new Fingerprint("", "", Map.of()));
    }

    /** The entry with the same path and content, if there was one. */
    Optional<ZipArchiveEntry> find(String path) throws IOException {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        String hash = fingerprint.contents().get(path);
        if (hash == null || !hash.equals(state.get().contents().get(path))) {
            return Optional.empty();
        }
        return Optional.ofNullable(zip().getEntry(path));
    }

    ZipFile zip() throws IOException {
        if (open.isEmpty()) {
            open = Optional.of(Archives.open(zip));
        }
        return open.get();
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
