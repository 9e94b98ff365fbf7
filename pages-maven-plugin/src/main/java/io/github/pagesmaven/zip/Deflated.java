package io.github.pagesmaven.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;

/** A content compressed before its header is written, so that the header is right and nothing follows the data. */
final class Deflated implements Closeable {
    /** Larger contents are compressed into a file beside the zip instead of memory. */
    private static final long IN_MEMORY = 8 << 20;

    /** How the names of such files start. */
    static final String SCRATCH = ".deflate";

    private static final int BUFFER = 1 << 13;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final Optional<Path> scratch;
    private final long size;
    private final long compressedSize;
    private final long crc;

    private Deflated(InputStream content, long expected, Path zip, Deflater deflater) throws IOException {
        scratch = expected <= IN_MEMORY
                ? Optional.empty()
                : Optional.of(Files.createTempFile(zip.toAbsolutePath().resolveSibling(""), SCRATCH, ".part"));
        deflater.reset();
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        try (OutputStream target = scratch.isPresent() ? Files.newOutputStream(scratch.get()) : memory;
                DeflaterOutputStream out = new DeflaterOutputStream(target, deflater, BUFFER)) {
            checked.transferTo(out);
            out.finish();
            size = deflater.getBytesRead();
            compressedSize = deflater.getBytesWritten();
            crc = checked.getChecksum().getValue();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** What compresses all entries of a zip, one after the other: each has a quarter of a megabyte to itself. */
    static Deflater deflater() {
        return new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    }

    /**
     * Compresses a content.
     *
     * @param zip beside which a large one finds its place
     * @param deflater used by nobody else meanwhile
     */
    static Deflated of(ZipSource source, Path zip, Deflater deflater) throws IOException {
        if (source instanceof ZipSource.InMemory memory) {
            return inMemory(memory.text().getBytes(StandardCharsets.UTF_8), zip, deflater);
        }
        Path file = ((ZipSource.OnDisk) source).file();
        try (InputStream in = Files.newInputStream(file)) {
            return new Deflated(in, Files.size(file), zip, deflater);
        }
    }

    private static Deflated inMemory(byte[] bytes, Path zip, Deflater deflater) throws IOException {
        return new Deflated(new ByteArrayInputStream(bytes), bytes.length, zip, deflater);
    }

    ZipContent content() {
        return new ZipContent(ZipEntry.DEFLATED, crc, compressedSize, size);
    }

    InputStream stream() throws IOException {
        return scratch.isPresent()
                ? Files.newInputStream(scratch.get())
                : new ByteArrayInputStream(memory.toByteArray());
    }

    @Override
    public void close() throws IOException {
        if (scratch.isPresent()) {
            Files.deleteIfExists(scratch.get());
        }
    }
}
