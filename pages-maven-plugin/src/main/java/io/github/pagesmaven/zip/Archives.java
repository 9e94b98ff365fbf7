package io.github.pagesmaven.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The archives that entries are copied from, each opened once, after its hash was checked. */
final class Archives implements Closeable {
    private final Map<Path, ZipFile> open = new HashMap<>();

    /** Opens a zip for copying entries as they are. */
    static ZipFile open(Path archive) throws IOException {
        return ZipFile.builder().setPath(archive).setIgnoreLocalFileHeader(true).get();
    }

    ZipFile get(ZipSource.InArchive source) throws IOException {
        ZipFile zip = open.get(source.archive());
        if (zip == null) {
            String found = Fingerprint.hash(source.archive());
            if (!found.equals(source.sha256())) {
                throw new IOException(
                        source.archive() + " has been damaged: its sha256 is " + found + ", not " + source.sha256());
            }
            zip = open(source.archive());
            open.put(source.archive(), zip);
        }
        return zip;
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : open.values()) {
            zip.close();
        }
    }
}
