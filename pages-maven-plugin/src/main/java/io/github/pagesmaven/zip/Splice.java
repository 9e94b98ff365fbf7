package io.github.pagesmaven.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        List<ZipDirectory.Entry> entries = fresh.get().entries();
        Set<String> gone = gone(entries);
        for (ZipDirectory.Entry entry : before.get().entries()) {
            while (next < entries.size() && entries.get(next).name().compareTo(entry.name()) < 0) {
                pieces.add(new Piece(young, fresh.get().bytes(), entries.get(next++)));
            }
            if (gone.contains(entry.name())) {
                forget(entry);
            } else {
                pieces.add(new Piece(old, before.get().bytes(), entry));
            }
        }
        entries.subList(next, entries.size())
                .forEach(entry -> pieces.add(new Piece(young, fresh.get().bytes(), entry)));
        if (!ZipDirectory.fits(pieces.size(), old.size() + young.size())) {
            return Optional.empty();
        }
        new Pieces(out).write(pieces);
        return Optional.of(report(added, pieces.size(), out.size()));
    }

    private Set<String> gone(List<ZipDirectory.Entry> fresh) {
        Set<String> gone = new HashSet<>(last.contents().keySet());
        gone.removeAll(fingerprint.contents().keySet());
        fresh.forEach(entry -> gone.add(entry.name()));
        return gone;
    }

    private void forget(ZipDirectory.Entry entry) {
        unpacked -= entry.content().size();
        String group = Fingerprint.group(last.contents().getOrDefault(entry.name(), "   "));
        groups.computeIfPresent(group, (name, size) -> {
            GroupSize rest =
                    size.minus(entry.content().compressed(), entry.content().size());
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

    /** One entry to move: where it stands, and its record in the directory there. */
    private record Piece(FileChannel zip, ByteBuffer directory, ZipDirectory.Entry entry) {}

    /** Writes entries one after the other; neighbours are moved together. */
    private static final class Pieces {
        private final FileChannel out;
        private long position;

        Pieces(FileChannel out) {
            this.out = out;
        }

        void write(List<Piece> pieces) throws IOException {
            int size = pieces.stream()
                    .mapToInt(piece -> piece.entry().recordLength())
                    .sum();
            ByteBuffer directory = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < pieces.size(); ) {
                int end = i + 1;
                while (end < pieces.size() && follows(pieces.get(end - 1), pieces.get(end))) {
                    end++;
                }
                long shift = position - pieces.get(i).entry().from();
                for (Piece piece : pieces.subList(i, end)) {
                    record(directory, piece, shift);
                }
                move(
                        pieces.get(i).zip(),
                        pieces.get(i).entry().from(),
                        pieces.get(end - 1).entry().to());
                i = end;
            }
            long start = position;
            append(directory.flip());
            append(ZipRecords.end(pieces.size(), size, start));
        }

        private static boolean follows(Piece one, Piece other) {
            return one.zip() == other.zip() && one.entry().to() == other.entry().from();
        }

        private static void record(ByteBuffer directory, Piece piece, long shift) {
            ZipDirectory.Entry entry = piece.entry();
            int place = directory.position();
            directory.put(place, piece.directory(), entry.record(), entry.recordLength());
            directory.position(place + entry.recordLength());
            directory.putInt(place + ZipDirectory.OFFSET, (int) (entry.from() + shift));
        }

        private void move(FileChannel from, long start, long end) throws IOException {
            for (long at = start; at < end; ) {
                long moved = from.transferTo(at, end - at, out.position(position));
                if (moved <= 0) {
                    throw new IOException("the zip before ends too early");
                }
                at += moved;
                position += moved;
            }
        }

        private void append(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                position += out.write(bytes, position);
            }
        }
    }
}
