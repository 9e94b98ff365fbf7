package io.github.pagesmaven.install;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenWheelTest {
    private final Path folder;
    private Optional<Path> cache = Optional.empty();

    BrokenWheelTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../out.py",
                "a/../../out.py",
                "a//b.py",
                "./a.py",
                "a\\b.py",
                "C:/out.py",
                "a/\u0007b.py",
                "a\nb.py",
                "a/.."
            })
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        assertTrue(refusal(wheel("bad", "1").file(name, "x")).startsWith("the entry '"));
        assertFalse(Files.exists(folder.resolve("out.py")));
    }

    @Test
    void partsOfDataAreNotToBeLeftEither() throws IOException {
        assertTrue(
                refusal(wheel("bad", "1").file("bad-1.data/data/../../x", "x")).contains("has a segment '..'"));
        assertTrue(refusal(wheel("bad", "1").file("bad-1.data/other/x", "x")).contains("unknown part"));
        assertTrue(refusal(wheel("bad", "1").file("bad-1.data/x", "x")).contains("outside the parts"));
    }

    @Test
    void aNameInMetadataIsNoPathEither() throws IOException {
        assertEquals(
                "the place 'include/python/../../../out/x.h' has a segment '..'",
                refusal(wheel("bad", "1")
                        .without("bad-1.dist-info/METADATA")
                        .file("bad-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: ../../../out\n")
                        .file("bad-1.data/headers/x.h", "")));
    }

    @Test
    void linksAreRefused() throws IOException {
        assertEquals("the entry 'link' is a link", refusal(wheel("bad", "1").entry("link", "/etc/passwd", 0120777)));
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        assertEquals(
                "it has two entries 'a.py'",
                refusal(wheel("bad", "1").file("a.py", "1").file("a.py", "2")));
    }

    @Test
    void twoEntriesForOnePlaceAreRefused() throws IOException {
        assertEquals(
                "two of its entries are installed as a.py",
                refusal(wheel("bad", "1").file("a.py", "1").file("bad-1.data/purelib/a.py", "2")));
    }

    @Test
    void theyAreRefusedInTheCacheToo() throws IOException {
        cache = Optional.of(folder.resolve("cache"));
        twoEntriesForOnePlaceAreRefused();
        assertEquals(
                "two of its entries are installed as a/b.py",
                refusal(wheel("bad", "1").file("a", "").file("bad-1.data/purelib/a/b.py", "")));
    }

    @Test
    void aFileThatRecordDoesNotNameIsRefused() throws IOException {
        assertEquals(
                "its RECORD does not name a.py",
                refusal(wheel("bad", "1").file("a.py", "1").recorded("a.py", "")));
    }

    @Test
    void aFileWithoutAHashIsRefused() throws IOException {
        assertEquals(
                "its RECORD has no SHA-2 hash for a.py",
                refusal(wheel("bad", "1").file("a.py", "1").recorded("a.py", "a.py,,")));
    }

    @Test
    void aFileWithAnotherHashIsRefusedAndTheFolderBegunAnew() throws IOException {
        WheelBuilder bad = wheel("bad", "1").file("a.py", "1").recorded("a.py", "a.py,sha256=AAAA,1");
        assertTrue(refusal(bad).startsWith("a.py is not what RECORD says: sha256="));
        assertFalse(Files.exists(folder.resolve("index")));
    }

    @Test
    void otherShaTwoHashesAreKnown() throws IOException {
        install(
                wheel("good", "1")
                        .file("a.py", "")
                        .recorded(
                                "a.py",
                                "a.py,sha512=z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg_SpIdNs6c5H0NE8XYXysP-DGNKHfuwvY7kxvUdBeoGlODJ6-SfaPg,0"));
        assertTrue(Files.exists(folder.resolve("packages/a.py")));
    }

    @Test
    void aWheelWithoutItsDescriptionIsRefused() throws IOException {
        WheelBuilder noInformation = wheel("bad", "1").withoutRecord();
        noInformation.without("bad-1.dist-info/WHEEL").without("bad-1.dist-info/METADATA");
        assertEquals("it has 0 folders *.dist-info instead of one", refusal(noInformation.file("a.py", "")));
        assertEquals(
                "it has no bad-1.dist-info/RECORD", refusal(wheel("bad", "1").withoutRecord()));
        assertEquals(
                "it has no bad-1.dist-info/WHEEL", refusal(wheel("bad", "1").without("bad-1.dist-info/WHEEL")));
        assertEquals(
                "its Wheel-Version is '2.0', known is 1.x",
                refusal(wheel("bad", "1")
                        .without("bad-1.dist-info/WHEEL")
                        .file("bad-1.dist-info/WHEEL", "Wheel-Version: 2.0\n")));
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.whl"), "no zip");
        Wheel wheel = new Wheel("bad", "1", "bad.whl", "0".repeat(64), file);
        PagesException failure = assertThrows(PagesException.class, () -> install(wheel));
        assertTrue(failure.problems().get(0).what().contains("it is no zip archive"));
    }

    private String refusal(WheelBuilder builder) throws IOException {
        Wheel wheel = builder.in(folder.resolve("wheels"));
        PagesException failure = assertThrows(PagesException.class, () -> install(wheel));
        assertEquals(Code.BROKEN_WHEEL, failure.problems().get(0).code());
        String what = failure.problems().get(0).what();
        String start = "the wheel of bad 1 cannot be installed: ";
        assertTrue(what.startsWith(start), what);
        return what.substring(start.length());
    }

    private void install(WheelBuilder builder) throws IOException {
        install(builder.in(folder.resolve("wheels")));
    }

    private void install(Wheel wheel) {
        Installer.install(new InstallRequest(
                List.of(wheel),
                folder.resolve("packages"),
                folder.resolve("index"),
                false,
                true,
                cache,
                (name, done, total) -> {}));
    }
}
