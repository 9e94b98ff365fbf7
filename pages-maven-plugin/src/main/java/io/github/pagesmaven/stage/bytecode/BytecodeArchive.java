package io.github.pagesmaven.stage.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A compiled distribution, opened for reading. */
final class BytecodeArchive implements Closeable {
    private final ZipFile zip;

    BytecodeArchive(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
    }

    long size(String name) throws IOException {
        return entry(name).getSize();
    }

    long compressed(String name) throws IOException {
        return entry(name).getCompressedSize();
    }

    byte[] content(String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry(name))) {
            return in.readAllBytes();
        }
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " has no entry " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
