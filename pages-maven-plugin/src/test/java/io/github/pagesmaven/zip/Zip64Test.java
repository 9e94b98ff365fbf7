package io.github.pagesmaven.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit the old limits of zip is written as zip64. */
class Zip64Test {
    @TempDir
    Path folder;

    @Test
    void moreEntriesThanTheOldFormatCounts() throws IOException {
        write(IntStream.range(0, 66_000)
                .mapToObj(i -> new ZipItem("f" + i, new ZipSource.InMemory(""), false, "functions"))
                .toList());
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(zip().toFile())) {
            assertEquals(66_000, zip.size());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "pages.test.zip64", matches = "true")
    void anEntryOfMoreThanFourGigabytes() throws IOException {
        Path large = folder.resolve("large");
        long size = (4L << 30) + 12_345;
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(size);
        }
        write(List.of(
                new ZipItem("large", new ZipSource.OnDisk(large), false, "functions"),
                new ZipItem("z", new ZipSource.InMemory("z"), false, "functions")));
        try (ZipFile zip = ZipFile.builder().setPath(zip()).get()) {
            assertEquals(size, zip.getEntry("large").getSize());
            assertEquals(
                    "z",
                    new String(
                            zip.getInputStream(zip.getEntry("z")).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8));
        }
        assertFalse(write(List.of(
                        new ZipItem("large", new ZipSource.OnDisk(large), false, "functions"),
                        new ZipItem("z", new ZipSource.InMemory("z"), false, "functions")))
                .rewritten());
    }

    private ZipReport write(List<ZipItem> items) {
        return BundleZip.write(
                new ZipRequest(items, zip(), folder.resolve("state"), ZipRequest.OLDEST, Long.MAX_VALUE));
    }

    private Path zip() {
        return folder.resolve("out.zip");
    }
}
