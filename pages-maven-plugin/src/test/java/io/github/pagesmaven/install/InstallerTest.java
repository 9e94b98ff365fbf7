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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
    private final Path folder;

    private final Path wheels;
    private final Path packages;

    InstallerTest(@TempDir Path folder) {
        this.folder = folder;
        wheels = folder.resolve("wheels");
        packages = folder.resolve("packages");
    }

    @Test
    void aWheelIsUnpackedWhole() throws IOException {
        InstalledPackages installed = install(wheel("shop", "1.0")
                .file("shop/__init__.py", "x = 1\n")
                .file("shop/data/a b,c.txt", "text")
                .file("shop/é[1].txt", "")
                .in(wheels));
        assertEquals(
                new TreeSet<>(List.of(
                        "shop-1.0.dist-info/METADATA",
                        "shop-1.0.dist-info/RECORD",
                        "shop-1.0.dist-info/WHEEL",
                        "shop/__init__.py",
                        "shop/data/a b,c.txt",
                        "shop/é[1].txt")),
                tree());
        assertEquals(1, installed.unpacked());
        assertTrue(installed.distributions().get(0).files().stream().allMatch(InstalledFile::unmodified));
    }

    @Test
    void thePartsOfDataGoWherePipPutsThem() throws IOException {
        install(wheel("Shop", "1.0")
                .file("Shop-1.0.data/purelib/pure.py", "")
                .file("Shop-1.0.data/platlib/plat.py", "")
                .file("Shop-1.0.data/data/share/shop.txt", "")
                .file("Shop-1.0.data/data/bin/tool", "")
                .file("Shop-1.0.data/headers/shop.h", "")
                .file("Shop-1.0.data/scripts/run", "#!python\n")
                .in(wheels));
        assertEquals(
                new TreeSet<>(List.of(
                        "Shop-1.0.dist-info/METADATA",
                        "Shop-1.0.dist-info/RECORD",
                        "Shop-1.0.dist-info/WHEEL",
                        "include/python/Shop/shop.h",
                        "plat.py",
                        "pure.py",
                        "share/shop.txt")),
                tree());
        assertEquals(
                List.of(
                        "Shop-1.0.dist-info/METADATA",
                        "Shop-1.0.dist-info/WHEEL",
                        "pure.py",
                        "plat.py",
                        "share/shop.txt",
                        "include/python/Shop/shop.h",
                        "Shop-1.0.dist-info/RECORD"),
                Files.readAllLines(packages.resolve("Shop-1.0.dist-info/RECORD")).stream()
                        .map(line -> RecordRow.parse(line).path())
                        .toList());
    }

    @Test
    void programsStayPrograms() throws IOException {
        install(wheel("shop", "1.0").program("shop/tool", "#!/bin/sh\n").in(wheels));
        assertTrue(Files.isExecutable(packages.resolve("shop/tool")));
    }

    @Test
    void whatStandsIsKept() throws IOException {
        Wheel one = wheel("one", "1.0").file("one.py", "1").in(wheels);
        Wheel two = wheel("two", "1.0").file("two.py", "2").in(wheels);
        install(one);
        var before = Files.getLastModifiedTime(packages.resolve("one.py"));
        assertEquals(1, install(one, two).unpacked());
        assertEquals(before, Files.getLastModifiedTime(packages.resolve("one.py")));
        assertEquals(0, install(one, two).unpacked());
    }

    @Test
    void aRemovedDistributionLeavesNothing() throws IOException {
        Wheel one = wheel("one", "1.0").file("one.py", "1").in(wheels);
        Wheel two = wheel("two", "1.0").file("two/deep/a.py", "2").in(wheels);
        install(one, two);
        install(one);
        assertEquals(4, tree().size());
        assertFalse(Files.exists(packages.resolve("two")));
        install();
        assertEquals(new TreeSet<>(), tree());
    }

    @Test
    void aNewVersionReplacesTheOld() throws IOException {
        install(wheel("shop", "1.0")
                .file("shop/a.py", "1")
                .file("shop/old.py", "")
                .in(wheels));
        install(wheel("shop", "2.0").file("shop/a.py", "2").in(wheels));
        assertEquals("2", Files.readString(packages.resolve("shop/a.py")));
        assertFalse(Files.exists(packages.resolve("shop/old.py")));
        assertFalse(Files.exists(packages.resolve("shop-1.0.dist-info")));
    }

    @Test
    void namespacePackagesShareAFolder() throws IOException {
        install(
                wheel("ns_a", "1").file("ns/a.py", "a").in(wheels),
                wheel("ns_b", "1").file("ns/b.py", "b").in(wheels));
        assertTrue(tree().containsAll(List.of("ns/a.py", "ns/b.py")));
    }

    @Test
    void oneFileOfTwoDistributionsOutlivesEachOfThem() throws IOException {
        Wheel one = wheel("one", "1").file("ns/__init__.py", "same").in(wheels);
        Wheel two = wheel("two", "1").file("ns/__init__.py", "same").in(wheels);
        install(one, two);
        install(two);
        assertEquals("same", Files.readString(packages.resolve("ns/__init__.py")));
        install(one);
        assertEquals("same", Files.readString(packages.resolve("ns/__init__.py")));
        install(one, two);
        assertEquals(0, install(two, one).unpacked());
    }

    @Test
    void oneFileWithDifferentBytesIsAClash() throws IOException {
        Wheel one = wheel("one", "1").file("ns/__init__.py", "same").in(wheels);
        Wheel two = wheel("two", "2").file("ns/__init__.py", "else").in(wheels);
        install(one);
        PagesException failure = assertThrows(PagesException.class, () -> install(one, two));
        assertEquals(
                """
                PAGES-014  one 1 and two 2 hold a file of the same name with different content
                  ns/__init__.py
                  fix: require only one of them, or versions of them that go together""",
                failure.problems().get(0).text());
        assertEquals("same", Files.readString(packages.resolve("ns/__init__.py")));
        assertEquals(0, install(one).unpacked());
    }

    @Test
    void filesAtTheTopAreComparedToo() throws IOException {
        Wheel one = wheel("one", "1").file("top.py", "same").in(wheels);
        Wheel two = wheel("two", "2").file("top.py", "same").in(wheels);
        install(one, two);
        assertEquals("same", Files.readString(packages.resolve("top.py")));
        Wheel other = wheel("three", "3").file("top.py", "else").in(wheels);
        PagesException failure = assertThrows(PagesException.class, () -> install(one, two, other));
        assertEquals(Code.FILE_CLASH, failure.problems().get(0).code());
    }

    @Test
    void aFileWhereAnotherHasAFolderIsAClash() throws IOException {
        Wheel one = wheel("one", "1").file("ns", "file").in(wheels);
        Wheel two = wheel("two", "2").file("ns/a.py", "").in(wheels);
        PagesException failure = assertThrows(PagesException.class, () -> install(one, two));
        assertEquals(Code.FILE_CLASH, failure.problems().get(0).code());
    }

    @Test
    void aDamagedTreeIsRepaired() throws IOException {
        Wheel one =
                wheel("one", "1").file("one/a.py", "aaa").file("one/b.py", "b").in(wheels);
        Wheel two = wheel("two", "1").file("two.py", "2").in(wheels);
        install(one, two);
        Files.writeString(packages.resolve("one/a.py"), "bbb");
        Files.delete(packages.resolve("one/b.py"));
        Files.createDirectories(packages.resolve("one/__pycache__/x"));
        Files.writeString(packages.resolve("foreign.py"), "");
        Files.delete(packages.resolve("two.py"));
        Files.createSymbolicLink(packages.resolve("two.py"), packages.resolve("one/a.py"));
        Set<String> before = new TreeSet<>(tree());
        before.removeAll(List.of("foreign.py", "one/__pycache__/x"));
        before.add("one/b.py");
        assertEquals(2, install(one, two).unpacked());
        assertEquals(before, tree());
        assertEquals("aaa", Files.readString(packages.resolve("one/a.py")));
        assertEquals("2", Files.readString(packages.resolve("two.py")));
        assertFalse(Files.isSymbolicLink(packages.resolve("two.py")));
        assertEquals(0, install(one, two).unpacked());
    }

    @Test
    void anInterruptedInstallationIsBegunAnew() throws IOException {
        Wheel one = wheel("one", "1").file("one.py", "1").in(wheels);
        install(one);
        Files.delete(index());
        Files.writeString(packages.resolve("one.py"), "?");
        Files.writeString(packages.resolve("half.py"), "?");
        install(one);
        assertEquals("1", Files.readString(packages.resolve("one.py")));
        assertFalse(Files.exists(packages.resolve("half.py")));
        for (String garbage : List.of("", "pages-packages 1 false", "pages-packages 1 false\nx\nend", "\n\n\n")) {
            Files.writeString(index(), garbage);
            assertEquals(1, install(one).unpacked());
        }
    }

    @Test
    void slimLeavesOutWhatNoProgramNeedsAndSaysSoInRecord() throws IOException {
        Wheel numpy = wheel("numpy", "2.0")
                .file("numpy/__init__.py", "")
                .file("numpy/core/tests/test_a.py", "12345")
                .file("numpy/testing/__init__.py", "")
                .file("numpy/locale/de.po", "123")
                .file("numpy/locale/de.mo", "")
                .file("numpy/locale/fr.po", "")
                .in(wheels);
        Wheel other = wheel("other", "1").file("other/tests/a.py", "").in(wheels);
        InstalledPackages installed = install(true, numpy, other);
        assertEquals(8, installed.leftOut());
        assertFalse(Files.exists(packages.resolve("numpy/core")));
        assertFalse(Files.exists(packages.resolve("numpy/locale/de.po")));
        assertTrue(tree().containsAll(List.of(
                "numpy/testing/__init__.py", "numpy/locale/de.mo", "numpy/locale/fr.po", "other/tests/a.py")));
        String record = Files.readString(packages.resolve("numpy-2.0.dist-info/RECORD"));
        assertFalse(record.contains("test_a.py") || record.contains("de.po"));
        assertTrue(record.contains("numpy/locale/fr.po,sha256="));
        assertEquals(0, install(true, numpy, other).unpacked());
        assertEquals(2, install(false, numpy, other).unpacked());
        assertTrue(Files.exists(packages.resolve("numpy/core/tests/test_a.py")));
    }

    @Test
    void everyTreeIsWhatAFreshInstallationGives() throws IOException {
        List<Wheel> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(wheel("d" + i, "1")
                    .file("ns/m" + i + ".py", "" + i)
                    .file("d" + i + "/x.py", "")
                    .in(wheels));
        }
        Random random = new Random(7);
        for (int round = 0; round < 25; round++) {
            List<Wheel> chosen = new ArrayList<>(all);
            chosen.removeIf(wheel -> random.nextBoolean());
            install(chosen.toArray(Wheel[]::new));
            var incremental = contents();
            Files.delete(index());
            install(chosen.toArray(Wheel[]::new));
            assertEquals(contents(), incremental);
        }
    }

    private InstalledPackages install(Wheel... chosen) {
        return install(false, chosen);
    }

    private InstalledPackages install(boolean slim, Wheel... chosen) {
        return Installer.install(new InstallRequest(
                List.of(chosen), packages, index(), slim, true, cache(folder), (name, done, total) -> {}));
    }

    /** Where wheels are unpacked for all projects. */
    Optional<Path> cache(Path directory) {
        return Optional.empty();
    }

    private Path index() {
        return folder.resolve("packages.index");
    }

    private Set<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(packages)) {
            TreeSet<String> tree = new TreeSet<>();
            files.filter(file -> !Files.isDirectory(file) || isEmpty(file))
                    .filter(file -> !file.equals(packages))
                    .forEach(file ->
                            tree.add(packages.relativize(file).toString().replace('\\', '/')));
            return tree;
        }
    }

    private static boolean isEmpty(Path directory) {
        String[] names = directory.toFile().list();
        return names == null || names.length == 0;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String path : tree()) {
            contents.put(path, Files.readString(packages.resolve(path)));
        }
        return contents;
    }
}
