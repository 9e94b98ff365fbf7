package io.github.pagesmaven.zip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Writes entries one after the other, each from what is compressed already where there is such a thing. */
final class EntryWriter {
    private static final int BUFFER = 1 << 18;
    private static final int FILE = 0100644;
    private static final int EXECUTABLE = 0100755;

    private final long time;
    private final Previous previous;
    private final Map<String, GroupSize> groups = new HashMap<>();
    private long unpacked;

    EntryWriter(Instant time, Previous previous) {
        this.time = localTime(time);
        this.previous = previous;
    }

    /** Zip times have no zone and the library writes the local one: this instant looks here as the given one in UTC. */
    private static long localTime(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    ZipReport write(List<ZipItem> items, Path file) throws IOException {
        try (Archives archives = new Archives();
                previous;
                ZipArchiveOutputStream out =
                        new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            out.setEncoding(StandardCharsets.UTF_8.name());
            out.setUseLanguageEncodingFlag(true);
            out.setUseZip64(Zip64Mode.AsNeeded);
            for (ZipItem item : items) {
                add(out, item, archives, file);
            }
        }
        List<GroupSize> sizes = List.copyOf(groups.values());
        return new ZipReport(Files.size(file), unpacked, items.size(), sizes, true, List.of());
    }

    private void add(ZipArchiveOutputStream out, ZipItem item, Archives archives, Path file) throws IOException {
        if (item.source() instanceof ZipSource.InArchive source) {
            ZipFile archive = archives.get(source);
            ZipArchiveEntry entry = archive.getEntry(source.entry());
            if (entry == null) {
                throw new IOException(source.archive() + " has no entry " + source.entry());
            }
            copy(out, item, archive, entry);
            return;
        }
        Optional<ZipArchiveEntry> unchanged = previous.find(item.path());
        if (unchanged.isPresent()) {
            copy(out, item, previous.zip(), unchanged.get());
            return;
        }
        try (Deflated content = Deflated.of(item.source(), file)) {
            ZipArchiveEntry entry =
                    entry(item, content.method(), content.size(), content.compressedSize(), content.crc());
            out.addRawArchiveEntry(entry, content.stream());
        }
    }

    private void copy(ZipArchiveOutputStream out, ZipItem item, ZipFile archive, ZipArchiveEntry from)
            throws IOException {
        ZipArchiveEntry entry = entry(item, from.getMethod(), from.getSize(), from.getCompressedSize(), from.getCrc());
        try (InputStream raw = archive.getRawInputStream(from)) {
            out.addRawArchiveEntry(entry, raw);
        }
    }

    private ZipArchiveEntry entry(ZipItem item, int method, long size, long compressedSize, long crc) {
        ZipArchiveEntry entry = new ZipArchiveEntry(item.path());
        entry.setMethod(method);
        entry.setSize(size);
        entry.setCompressedSize(compressedSize);
        entry.setCrc(crc);
        entry.setTime(time);
        entry.setUnixMode(item.executable() ? EXECUTABLE : FILE);
        unpacked += size;
        groups.merge(
                item.group(),
                new GroupSize(item.group(), 1, compressedSize, size),
                (sum, one) -> sum.plus(one.compressed(), one.unpacked()));
        return entry;
    }
}
