package io.github.pagesmaven.zip;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a zip from the one before and the entries that have changed since: what lies between them is moved in one piece,
 * without a look at it. The bytes are those that a zip written from nothing has.
 */
final class Splice {
    private final ZipRequest request;
    private final ZipState last;
    private final Fingerprint fingerprint;
    private final Map<String, GroupSize> groups = new HashMap<>();
    private long unpacked;

    Splice(ZipRequest request, ZipState last, Fingerprint fingerprint) {
        this.request = request;
        this.last = last;
        this.fingerprint = fingerprint;
        this.unpacked = last.report().unpackedSize();
        last.report().groups().forEach(group -> groups.put(group.group(), group));
    }

    /**
     * Writes the zip.
     *
     * @param items the single entries, sorted
     * @return empty when the zip before, or the new one, is of a kind that has to be written from nothing
     */
    Optional<ZipReport> write(List<ZipItem> items, Path file) throws IOException {
        Path fresh = Files.createFile(file.resolveSibling(file.getFileName() + ".fresh.part"));
        try {
            List<ZipItem> changed = items.stream().filter(this::isChanged).toList();
            ZipReport added = new EntryWriter(request.time(), Previous.none()).write(changed, fresh);
            try (FileChannel old = FileChannel.open(request.zip());
                    FileChannel young = FileChannel.open(fresh);
                    FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                return join(old, young, out, added);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private boolean isChanged(ZipItem item) {
        return !String.valueOf(fingerprint.contents().get(item.path()))
                .equals(last.contents().get(item.path()));
    }

    private Optional<ZipReport> join(FileChannel old, FileChannel young, FileChannel out, ZipReport added)
            throws IOException {
        Optional<ZipDirectory> before = ZipDirectory.read(old);
        Optional<ZipDirectory> fresh = ZipDirectory.read(young);
        if (before.isEmpty() || fresh.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Optional<ZipDirectory.Entry>> changes = changes(fresh.get());
        int most = before.get().count() + fresh.get().count();
        if (!ZipDirectory.fits(most, old.size() + young.size())
                || !changes.keySet().stream().allMatch(SplicedZip::isOrdered)) {
            return Optional.empty();
        }
        SplicedZip zip =
                new SplicedZip(old, before.get(), out, fresh.get().bytes().limit());
        for (Map.Entry<String, Optional<ZipDirectory.Entry>> change : changes.entrySet()) {
            zip.moveUpTo(change.getKey());
            if (zip.isAt(change.getKey())) {
                forget(change.getKey(), zip.leaveOut());
            }
            if (change.getValue().isPresent()) {
                zip.add(young, fresh.get(), change.getValue().get());
            }
        }
        zip.finish();
        return Optional.of(report(added, zip.count(), out.size()));
    }

    /** The names of all entries that change, and what comes in their place. */
    private SortedMap<String, Optional<ZipDirectory.Entry>> changes(ZipDirectory fresh) {
        SortedMap<String, Optional<ZipDirectory.Entry>> changes = new TreeMap<>();
        last.contents().keySet().forEach(name -> {
            if (!fingerprint.contents().containsKey(name)) {
                changes.put(name, Optional.empty());
            }
        });
        fresh.entries().forEach(entry -> changes.put(entry.name(), Optional.of(entry)));
        return changes;
    }

    private void forget(String name, ZipContent content) {
        unpacked -= content.size();
        String group = Fingerprint.group(last.contents().getOrDefault(name, "   "));
        groups.computeIfPresent(group, (key, size) -> {
            GroupSize rest = size.minus(content.compressed(), content.size());
            return rest.entries() == 0 ? null : rest;
        });
    }

    private ZipReport report(ZipReport added, int count, long size) {
        for (GroupSize group : added.groups()) {
            groups.merge(group.group(), group, GroupSize::plus);
        }
        return new ZipReport(
                size, unpacked + added.unpackedSize(), count, List.copyOf(groups.values()), true, List.of());
    }
}
