package io.github.pagesmaven.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BundleZipTest {
    private final Path folder;

    BundleZipTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void entriesAreSortedAndHaveFixedTimeAndModes() throws IOException {
        write(text("b.py", "b"), text("a/你好/[id].py", "a"), new ZipItem("run", memory("#!"), true, "runtime"));
        List<ZipArchiveEntry> entries = entries();
        assertEquals(
                List.of("a/你好/[id].py", "b.py", "run"),
                entries.stream().map(ZipArchiveEntry::getName).toList());
        for (ZipArchiveEntry entry : entries) {
            assertEquals(ZipArchiveEntry.PLATFORM_UNIX, entry.getPlatform());
            assertTrue(entry.getGeneralPurposeBit().usesUTF8ForNames());
            assertFalse(entry.getGeneralPurposeBit().usesDataDescriptor());
            assertEquals(entry.getName().equals("run") ? 0100755 : 0100644, entry.getUnixMode());
            assertEquals(0, entry.getExtraFields().length);
        }
        try (var zip = new java.util.zip.ZipFile(zip().toFile())) {
            assertEquals("1980-01-01T00:00", zip.getEntry("b.py").getTimeLocal().toString());
        }
    }

    @Test
    void entriesOfAWheelAreCopiedAsTheyAre() throws IOException {
        Path wheel = archive("w.whl", "pkg/a.py", "print(1)\n".repeat(100));
        write(new ZipItem("x/pkg/a.py", inArchive(wheel, "pkg/a.py"), false, "pkg 1"));
        assertArrayEquals(raw(wheel, "pkg/a.py"), raw(zip(), "x/pkg/a.py"));
        assertEquals("print(1)\n".repeat(100), content("x/pkg/a.py"));
    }

    @Test
    void aDamagedWheelIsNotCopied() throws IOException {
        write(text("a", "old"));
        Path wheel = archive("w.whl", "a.py", "x");
        ZipSource source = inArchive(wheel, "a.py");
        Files.write(wheel, new byte[] {1, 2, 3});
        PagesException failure =
                assertThrows(PagesException.class, () -> write(new ZipItem("a.py", source, false, "pkg")));
        assertTrue(
                failure.problems().get(0).text().contains("w.whl has been damaged"),
                failure.problems().get(0).text());
        assertEquals("old", content("a"));
        assertEquals(List.of("out.zip", "state", "w.whl"), files());
    }

    @Test
    void theSameEntriesAreNotWrittenAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("f.py"), "1");
        ZipItem item = new ZipItem("f.py", new ZipSource.OnDisk(file), false, "functions");
        ZipReport first = write(item, text("g.py", "g"));
        byte[] bytes = Files.readAllBytes(zip());
        ZipReport second = write(item, text("g.py", "g"));
        assertTrue(first.rewritten());
        assertFalse(second.rewritten());
        assertEquals(first.groups(), second.groups());
        assertEquals(first.size(), second.size());
        assertEquals(first.unpackedSize(), second.unpackedSize());

        Files.writeString(file, "2");
        assertTrue(write(item, text("g.py", "g")).rewritten());
        assertEquals("2", content("f.py"));
        assertEquals("g", content("g.py"));
        Files.writeString(file, "1");
        assertTrue(write(item, text("g.py", "g")).rewritten());
        assertArrayEquals(bytes, Files.readAllBytes(zip()));
    }

    @Test
    void whatChangesAZipGivesTheBytesOfANewOne() throws IOException {
        ZipSource copied = inArchive(archive("w.whl", "pkg/a.py", "print(1)\n".repeat(100)), "pkg/a.py");
        ZipPart part = new ZipPart("wheel", () -> List.of(new ZipItem("m/a.py", copied, false, "pkg 1")));
        List<List<ZipItem>> versions = List.of(
                List.of(text("a", "1"), text("m/z", "1"), text("z", "1")),
                List.of(text("a", "1"), text("m/z", "changed"), text("z", "1")),
                List.of(text("a", "changed"), text("m/0", "new"), text("m/z", "changed"), text("你", "new")),
                List.of(text("z", "alone")),
                List.of(text("\uD83D\uDE00", "beyond"), text("\uFF21", "wide")),
                List.of(text("\uD83D\uDE00", "other"), text("\uFF21", "wide"), text("z", "alone")),
                List.of(),
                List.of(new ZipItem("z", memory("alone"), true, "another group"), text("zz", noise(50_000))));
        for (int i = 0; i < versions.size(); i++) {
            ZipReport report = BundleZip.write(request(versions.get(i), part, "out.zip", "state"));
            ZipReport whole = BundleZip.write(request(versions.get(i), part, "new" + i + ".zip", "state" + i));
            assertEquals(-1, Files.mismatch(zip(), folder.resolve("new" + i + ".zip")), "version " + i);
            assertEquals(whole, report);
        }
    }

    @Test
    void aNameThatIsNoLineIsForgottenWithItsFile() throws IOException {
        for (String name : List.of("a\tb", "a\nb", "a\rb")) {
            write(text(name, "1"), text("c", "1"));
            assertEquals("1", content(name));
            write(text("c", "1"));
            assertEquals(
                    List.of("c"),
                    entries().stream().map(ZipArchiveEntry::getName).toList());
        }
    }

    /** A writer may put the sizes of small entries into a zip64 field, and write the end of the zip as usual. */
    @Test
    void entriesOfAWheelWithZip64FieldsAreCopied() throws IOException {
        Path wheel = folder.resolve("w.whl");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(wheel)) {
            out.setUseZip64(Zip64Mode.Always);
            out.putArchiveEntry(new ZipArchiveEntry("a.py"));
            out.write("x = 1\n".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        byte[] bytes = Files.readAllBytes(wheel);
        int end = bytes.length - 22;
        byte[] usual = Arrays.copyOf(bytes, bytes.length - 76);
        System.arraycopy(bytes, end, usual, end - 76, 22);
        Files.write(wheel, usual);
        write(new ZipItem("a.py", inArchive(wheel, "a.py"), false, "pkg"));
        assertEquals("x = 1\n", content("a.py"));
        assertEquals(0, entries().get(0).getExtraFields().length);
    }

    private ZipRequest request(List<ZipItem> items, ZipPart part, String zip, String state) {
        return new ZipRequest(
                items, part, folder.resolve(zip), folder.resolve(state), ZipRequest.OLDEST, Long.MAX_VALUE);
    }

    @Test
    void aZipThatSomebodyChangedIsWrittenAgain() throws IOException {
        write(text("a", "a"));
        byte[] bytes = Files.readAllBytes(zip());
        Files.write(zip(), new byte[bytes.length]);
        assertTrue(write(text("a", "a")).rewritten());
        assertArrayEquals(bytes, Files.readAllBytes(zip()));
        Files.delete(zip());
        write(text("a", "a"));
        assertArrayEquals(bytes, Files.readAllBytes(zip()));
    }

    @Test
    void anUnreadableStateIsNoState() throws IOException {
        write(text("a", "a"));
        byte[] bytes = Files.readAllBytes(zip());
        for (String garbage : List.of("", "x", "pages-zip 1\nend", "pages-zip 1\na\tb\nend", "\u0000")) {
            Files.writeString(folder.resolve("state"), garbage);
            assertTrue(write(text("a", "a")).rewritten());
            assertArrayEquals(bytes, Files.readAllBytes(zip()));
        }
    }

    @Test
    void aZipAboveItsLimitEndsTheBuildAndNamesTheLargest() throws IOException {
        write(text("old", "old"));
        byte[] old = Files.readAllBytes(zip());
        List<ZipItem> items = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            items.add(new ZipItem("d" + i, memory(noise(i * 20_000)), false, "dist" + i + " 1.0"));
        }
        PagesException failure = assertThrows(
                PagesException.class,
                () -> BundleZip.write(
                        new ZipRequest(items, zip(), folder.resolve("state"), ZipRequest.OLDEST, 1024 * 1024)));
        List<String> lines = failure.problems().get(0).text().lines().toList();
        assertEquals("PAGES-020 <sizeLimit>  the zip has 1.2 MB, the limit is 1.0 MB", lines.get(0));
        assertEquals("      0.2 MB     0.2 MB  dist12 1.0", lines.get(2));
        assertEquals(13, lines.size());
        assertTrue(lines.get(11).endsWith("dist3 1.0"), lines.get(11));
        assertArrayEquals(old, Files.readAllBytes(zip()));
        assertEquals(List.of("out.zip", "state"), files());
    }

    @Test
    void aBundleThatUnpacksAboveTheLimitIsAWarningEachTime() {
        ZipRequest request = new ZipRequest(
                List.of(text("a", "a".repeat(2_000_000))),
                zip(),
                folder.resolve("state"),
                ZipRequest.OLDEST,
                1024 * 1024);
        assertEquals(
                "unpacked, the zip takes 1.9 MB, more than the 1.0 MB that it may have itself",
                BundleZip.write(request).problems().get(0).what());
        assertEquals(1, BundleZip.write(request).problems().size());
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> write(text("a", "1"), text("a", "2")));
    }

    @Test
    void largeFilesAreDeflatedOutsideMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("large"), "0123456789abcdef".repeat(600_000));
        write(new ZipItem("large", new ZipSource.OnDisk(file), false, "functions"));
        assertEquals(Files.readString(file), content("large"));
        assertEquals(List.of("large", "out.zip", "state"), files());
    }

    @Test
    void whatAKilledBuildHasLeftIsDeleted() throws IOException {
        Path old = Files.writeString(folder.resolve(".out.zip123.part"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(4000)));
        Files.writeString(folder.resolve(".out.zip456.part"), "of another build");
        write(text("a", "a"));
        assertEquals(List.of(".out.zip456.part", "out.zip", "state"), files());
    }

    /** Because a temporary file of the JDK's own is for its owner's eyes only, and would keep that when it is renamed. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoMayReadItIsForTheUmaskToSay() throws IOException {
        write(text("a.py", "a"));
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(zip()));
    }

    @Test
    void theTimeIsReadInUtc() throws IOException {
        BundleZip.write(new ZipRequest(
                List.of(text("a", "a")),
                zip(),
                folder.resolve("state"),
                Instant.parse("2026-07-01T12:34:56Z"),
                Long.MAX_VALUE));
        try (var zip = new java.util.zip.ZipFile(zip().toFile())) {
            assertEquals("2026-07-01T12:34:56", zip.getEntry("a").getTimeLocal().toString());
        }
    }

    private static String noise(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private ZipReport write(ZipItem... items) {
        return BundleZip.write(
                new ZipRequest(List.of(items), zip(), folder.resolve("state"), ZipRequest.OLDEST, Long.MAX_VALUE));
    }

    private Path zip() {
        return folder.resolve("out.zip");
    }

    private static ZipItem text(String path, String text) {
        return new ZipItem(path, memory(text), false, "functions");
    }

    private static ZipSource memory(String text) {
        return new ZipSource.InMemory(text);
    }

    private static ZipSource inArchive(Path archive, String entry) throws IOException {
        return new ZipSource.InArchive(archive, Fingerprint.hash(archive), entry);
    }

    private Path archive(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new java.util.zip.ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private List<ZipArchiveEntry> entries() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(zip()).get()) {
            List<ZipArchiveEntry> entries = new ArrayList<>();
            zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
            return entries;
        }
    }

    private String content(String entry) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(zip()).get()) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] raw(Path archive, String entry) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            return zip.getRawInputStream(zip.getEntry(entry)).readAllBytes();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
