package io.github.pagesmaven.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The zip of the build before: an entry of ours that has not changed need not be deflated again. */
final class Previous implements Closeable {
    private final Path zip;
    private final Optional<ZipState> state;
    private final Fingerprint fingerprint;
    private Optional<RawArchive> open = Optional.empty();

    Previous(Path zip, Optional<ZipState> state, Fingerprint fingerprint) {
        this.zip = zip;
        this.state = state;
        this.fingerprint = fingerprint;
    }

    /** Where there was no zip before, or nothing is to be taken from it. */
    static Previous none() {
        return new Previous(Path.of(""), Optional.empty(), new Fingerprint("", "", Map.of()));
    }

    /** Copies the entry with the same path and content, if there was one. */
    Optional<ZipContent> copy(ZipItem item, ZipOutput out) throws IOException {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        String hash = fingerprint.contents().get(item.path());
        if (hash == null || !hash.equals(state.get().contents().get(item.path()))) {
            return Optional.empty();
        }
        if (open.isEmpty()) {
            open = Optional.of(RawArchive.open(zip));
        }
        return open.get().copy(item.path(), item, out);
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
