package io.github.pagesmaven.zip;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two checksums and the size of some bytes: enough to see a change that nobody hides, and quick from the first byte of a
 * short build on, where a cryptographic hash is not compiled yet.
 */
public final class Checksum {
    private final CRC32 crc = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private long size;

    /** Adds bytes. */
    public void update(byte[] bytes, int length) {
        crc.update(bytes, 0, length);
        crc32c.update(bytes, 0, length);
        size += length;
    }

    @Override
    public String toString() {
        return crc.getValue() + "-" + crc32c.getValue() + "-" + size;
    }
}
