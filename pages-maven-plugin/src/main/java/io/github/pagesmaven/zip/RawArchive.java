package io.github.pagesmaven.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An archive whose entries are copied as they are, without being inflated. Its directory is read in one piece; an archive
 * that is not of the common kind, such as a zip64 one, is read by a library.
 */
final class RawArchive implements Closeable {
    private static final int NAME_LENGTH = 26;
    private static final int HEAD = 30;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, ZipDirectory.Entry> entries = new HashMap<>();
    private Optional<ZipFile> library = Optional.empty();

    private RawArchive(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RawArchive open(Path file) throws IOException {
        RawArchive archive = new RawArchive(file, FileChannel.open(file));
        try {
            ZipDirectory.read(archive.channel)
                    .ifPresent(directory ->
                            directory.entries().forEach(entry -> archive.entries.put(entry.name(), entry)));
            return archive;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /**
     * Copies an entry.
     *
     * @return what it was; empty when there is no such entry
     */
    Optional<ZipContent> copy(String name, ZipItem item, ZipOutput out) throws IOException {
        ZipDirectory.Entry entry = entries.get(name);
        if (entry == null) {
            return copyByLibrary(name, item, out);
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(head, entry.from()) < HEAD) {
            throw new IOException(file + " ends too early");
        }
        int names =
                Short.toUnsignedInt(head.getShort(NAME_LENGTH)) + Short.toUnsignedInt(head.getShort(NAME_LENGTH + 2));
        out.begin(item.path(), item.executable(), entry.content());
        out.copy(channel, entry.from() + HEAD + names, entry.content().compressed());
        return Optional.of(entry.content());
    }

    private Optional<ZipContent> copyByLibrary(String name, ZipItem item, ZipOutput out) throws IOException {
        if (library.isEmpty()) {
            library = Optional.of(ZipFile.builder()
                    .setPath(file)
                    .setIgnoreLocalFileHeader(true)
                    .get());
        }
        ZipArchiveEntry entry = library.get().getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        ZipContent content =
                new ZipContent(entry.getMethod(), entry.getCrc(), entry.getCompressedSize(), entry.getSize());
        out.begin(item.path(), item.executable(), content);
        try (InputStream raw = library.get().getRawInputStream(entry)) {
            out.copy(raw);
        }
        return Optional.of(content);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (library.isPresent()) {
            library.get().close();
        }
    }
}
