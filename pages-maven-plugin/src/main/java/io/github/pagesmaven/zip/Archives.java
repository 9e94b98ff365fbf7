package io.github.pagesmaven.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The archives that entries are copied from, each opened once, after its hash was checked. */
final class Archives implements Closeable {
    private final Map<Path, RawArchive> open = new HashMap<>();

    RawArchive get(ZipSource.InArchive source) throws IOException {
        RawArchive zip = open.get(source.archive());
        if (zip == null) {
            String found = Fingerprint.hash(source.archive());
            if (!found.equals(source.sha256())) {
                throw new IOException(
                        source.archive() + " has been damaged: its sha256 is " + found + ", not " + source.sha256());
            }
            zip = RawArchive.open(source.archive());
            open.put(source.archive(), zip);
        }
        return zip;
    }

    @Override
    public void close() throws IOException {
        for (RawArchive zip : open.values()) {
            zip.close();
        }
    }
}
