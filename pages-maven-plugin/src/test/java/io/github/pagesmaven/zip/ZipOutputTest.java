package io.github.pagesmaven.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipOutputTest {
    private static final Instant TIME = Instant.parse("2026-11-25T14:05:08Z");
    private static final int COUNT = 3_000;
    private static final long LARGE = 5L << 30;

    private final Path folder;

    ZipOutputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theBytesAreThoseThatTheLibraryWrites() throws IOException {
        Path ours = folder.resolve("ours.zip");
        Path theirs = folder.resolve("theirs.zip");
        try (ZipOutput out = new ZipOutput(ours, TIME);
                ZipArchiveOutputStream library = new ZipArchiveOutputStream(Files.newOutputStream(theirs))) {
            for (int i = 0; i < COUNT; i++) {
                String name = "文件夹/file" + i;
                byte[] bytes = "content ".repeat(i % 700).getBytes(StandardCharsets.UTF_8);
                out.begin(name, i % 2 == 0, new ZipContent(0, crc(bytes), bytes.length, bytes.length));
                out.copy(new ByteArrayInputStream(bytes));
                library.addRawArchiveEntry(entry(name, i % 2 == 0, bytes), new ByteArrayInputStream(bytes));
            }
            out.finish();
        }
        assertEquals(-1, Files.mismatch(ours, theirs));
    }

    private static ZipArchiveEntry entry(String name, boolean executable, byte[] bytes) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc(bytes));
        entry.setTime(TIME.atZone(ZoneOffset.UTC)
                .withZoneSameLocal(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli());
        entry.setUnixMode(executable ? 0100755 : 0100644);
        return entry;
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    @Test
    void sizesThatDoNotFitStandInZip64Fields() throws IOException {
        Path zip = folder.resolve("large.zip");
        byte[] bytes = {3, 0};
        try (ZipOutput out = new ZipOutput(zip, TIME)) {
            out.begin("large", false, new ZipContent(8, 1, bytes.length, LARGE));
            out.copy(new ByteArrayInputStream(bytes));
            out.begin("small", false, new ZipContent(0, 2, bytes.length, bytes.length));
            out.copy(new ByteArrayInputStream(bytes));
            out.finish();
        }
        try (ZipFile found = ZipFile.builder().setPath(zip).get()) {
            assertEquals(LARGE, found.getEntry("large").getSize());
            assertEquals(bytes.length, found.getEntry("large").getCompressedSize());
            assertEquals(bytes.length, found.getEntry("small").getSize());
        }
    }
}
