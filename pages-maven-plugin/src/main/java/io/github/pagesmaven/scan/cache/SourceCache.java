package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.scan.folder.FoundFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * The file that keeps what was learned. Its form: mark, checksum of the rest, time of writing, table of texts, facts of
 * each file, index. A source counts as unchanged when its size and time are; where it was changed so shortly before the
 * file was written that a later change could have left the same time, its content decides.
 */
public final class SourceCache {
    /** The coarsest clock of a file system in use (FAT) ticks every two seconds. */
    private static final long TICK = 2_000_000_000L;

    private static final byte[] MARK = "pages-scan-2\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM_AT = MARK.length;
    private static final int WRITTEN_AT = CHECKSUM_AT + Long.BYTES;
    private static final int TEXTS_AT = WRITTEN_AT + Long.BYTES;

    private final Map<String, CachedSource> entries;
    private final Findings findings;
    private final long written;

    private SourceCache(Map<String, CachedSource> entries, Findings findings, long written) {
        this.entries = entries;
        this.findings = findings;
        this.written = written;
    }

    /**
     * Opens a file; one that does not exist, is damaged or is for something else is empty.
     *
     * @param file the file
     * @param purpose everything beside the sources that the facts depend on
     */
    public static SourceCache open(Path file, String purpose) {
        SourceCache empty = new SourceCache(Map.of(), new Findings(Map.of(), java.util.List.of()), 0);
        if (!Files.isRegularFile(file)) {
            return empty;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return isWhole(bytes) ? read(bytes, purpose).orElse(empty) : empty;
        } catch (IOException | RuntimeException unreadable) {
            return empty;
        }
    }

    private static boolean isWhole(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length > TEXTS_AT
                && buffer.slice(0, MARK.length).equals(ByteBuffer.wrap(MARK))
                && buffer.getLong(CHECKSUM_AT) == checksum(bytes);
    }

    private static Optional<SourceCache> read(byte[] bytes, String purpose) {
        IndexReader reader = new IndexReader(bytes, TEXTS_AT);
        int facts = reader.skip();
        if (!reader.text().equals(purpose)) {
            return Optional.empty();
        }
        int count = reader.count();
        Map<String, CachedSource> entries = new HashMap<>(count * 2);
        for (int index = 0; index < count; index++) {
            Map.Entry<String, CachedSource> entry = reader.cached(facts);
            entries.put(entry.getKey(), entry.getValue());
        }
        long written = ByteBuffer.wrap(bytes).getLong(WRITTEN_AT);
        return Optional.of(new SourceCache(entries, reader.findings(), written));
    }

    /** What is known of a file, if it is unchanged. */
    public Optional<CachedSource> find(FoundFile file) throws IOException {
        CachedSource known = entries.get(file.path());
        if (known == null || known.size() != file.size() || known.modified() != file.modified()) {
            return Optional.empty();
        }
        boolean sure = !isDoubtful(file, written) || known.digest().equals(digest(Files.readAllBytes(file.file())));
        return sure ? Optional.of(known) : Optional.empty();
    }

    /** What follows from all files together, if all of them are found unchanged. */
    public Findings findings() {
        return findings;
    }

    /** How many files it knows. */
    public int size() {
        return entries.size();
    }

    /** Whether the file could be changed again without a change of its time, seen from a moment in nanoseconds. */
    public static boolean isDoubtful(FoundFile file, long moment) {
        return file.modified() >= moment - TICK;
    }

    /** Whether it is worth writing again, since some of its files needed a look at their content. */
    public boolean isDoubtful() {
        for (CachedSource known : entries.values()) {
            if (known.modified() >= written - TICK) {
                return true;
            }
        }
        return false;
    }

    /** What tells two contents of a file apart. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes a file, as a whole or not at all.
     *
     * @param entries by path
     * @param findings what follows from them
     * @param moment when the first of the sources was read, in nanoseconds since 1970
     */
    public static void write(
            Path file, String purpose, Map<String, CachedSource> entries, Findings findings, long moment)
            throws IOException {
        IndexWriter index = new IndexWriter();
        FactWriter facts = new FactWriter(index);
        index.text(purpose);
        index.number(entries.size());
        entries.forEach((path, cached) -> {
            index.cached(path, cached, facts.size());
            facts.source(cached.source());
        });
        index.findings(findings);
        TextWriter sized = new TextWriter();
        sized.bytes(facts.toBytes());
        byte[] bytes = joined(moment, index.table(), sized.toBytes(), index.toBytes());
        replace(file, bytes);
    }

    private static byte[] joined(long moment, byte[]... parts) {
        int length = TEXTS_AT;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        buffer.put(MARK).putLong(0).putLong(moment);
        for (byte[] part : parts) {
            buffer.put(part);
        }
        buffer.putLong(CHECKSUM_AT, checksum(buffer.array()));
        return buffer.array();
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path temporary = folder.resolve(
                ".scan-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36) + ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, WRITTEN_AT, bytes.length - WRITTEN_AT);
        return checksum.getValue();
    }
}
