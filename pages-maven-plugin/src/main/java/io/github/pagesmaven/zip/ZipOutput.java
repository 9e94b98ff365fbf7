package io.github.pagesmaven.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Writes the bytes of a zip: headers, contents that are compressed already, and the directory. */
final class ZipOutput implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream(1 << 16);
    private final ZipRecords records;
    private long flushed;
    private int count;

    ZipOutput(Path file, Instant time) throws IOException {
        this.records = new ZipRecords(time);
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /**
     * Begins an entry; its compressed bytes come next.
     *
     * @param path its name
     * @param executable whether it is a program
     * @param content what is known of its bytes
     */
    void begin(String path, boolean executable, ZipContent content) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        records.appendTo(directory, name, executable, content, position());
        write(records.local(name, content));
        count++;
    }

    /** Copies bytes of a file. */
    void copy(FileChannel from, long start, long length) throws IOException {
        long at = start;
        long end = start + length;
        while (at < end) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (end - at)));
            int read = from.read(buffer, at);
            buffer.limit(buffer.capacity());
            if (read < 0) {
                throw new EOFException("ends too early");
            }
            at += read;
        }
    }

    /** Copies all bytes of a stream. */
    void copy(InputStream from) throws IOException {
        byte[] bytes = new byte[1 << 16];
        for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
            write(ByteBuffer.wrap(bytes, 0, n));
        }
    }

    /** Writes the directory. */
    void finish() throws IOException {
        long start = position();
        write(ByteBuffer.wrap(directory.toByteArray()));
        write(ZipRecords.end(count, position() - start, start));
        flush();
    }

    private long position() {
        return flushed + buffer.position();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int length = Math.min(bytes.remaining(), buffer.remaining());
            buffer.put(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
        }
    }

    private void flush() throws IOException {
        flushed += buffer.position();
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
