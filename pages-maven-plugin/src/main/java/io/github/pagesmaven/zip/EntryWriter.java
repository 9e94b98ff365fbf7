package io.github.pagesmaven.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;

/** Writes entries one after the other, each from what is compressed already where there is such a thing. */
final class EntryWriter {
    private final Instant time;
    private final Previous previous;
    private final Map<String, GroupSize> groups = new HashMap<>();
    private final Deflater deflater = Deflated.deflater();
    private long unpacked;

    EntryWriter(Instant time, Previous previous) {
        this.time = time;
        this.previous = previous;
    }

    ZipReport write(List<ZipItem> items, Path file) throws IOException {
        try (Archives archives = new Archives();
                previous;
                ZipOutput out = new ZipOutput(file, time)) {
            for (ZipItem item : items) {
                count(item, add(out, item, archives, file));
            }
            out.finish();
        } finally {
            deflater.end();
        }
        List<GroupSize> sizes = List.copyOf(groups.values());
        return new ZipReport(Files.size(file), unpacked, items.size(), sizes, true, List.of());
    }

    private ZipContent add(ZipOutput out, ZipItem item, Archives archives, Path file) throws IOException {
        if (item.source() instanceof ZipSource.InArchive source) {
            Optional<ZipContent> copied = archives.get(source).copy(source.entry(), item, out);
            if (copied.isEmpty()) {
                throw new IOException(source.archive() + " has no entry " + source.entry());
            }
            return copied.get();
        }
        Optional<ZipContent> unchanged = previous.copy(item, out);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        try (Deflated deflated = Deflated.of(item.source(), file, deflater);
                InputStream compressed = deflated.stream()) {
            out.begin(item.path(), item.executable(), deflated.content());
            out.copy(compressed);
            return deflated.content();
        }
    }

    private void count(ZipItem item, ZipContent content) {
        unpacked += content.size();
        groups.merge(
                item.group(),
                new GroupSize(item.group(), 1, content.compressed(), content.size()),
                (sum, one) -> sum.plus(one.compressed(), one.unpacked()));
    }
}
