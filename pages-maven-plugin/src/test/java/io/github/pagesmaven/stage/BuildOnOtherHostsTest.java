package io.github.pagesmaven.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds in processes of their own: under other settings, beside each other, and killed. */
class BuildOnOtherHostsTest {
    private static final int ROUNDS = Integer.getInteger("pages.test.kills", 20);

    @TempDir
    Path folder;

    @BeforeEach
    void fillIndex() throws IOException {
        SmallBuild.fillIndex(index());
    }

    @Test
    void theBytesAreTheSameUnderOtherMaskZoneAndLocale() throws Exception {
        byte[] here = Files.readAllBytes(build("here").build(0));
        Process other = start(
                "umask 077; TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 exec \"$@\"",
                List.of("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr", "-Duser.country=TR"),
                "else where/much deeper",
                "other cache",
                "0");
        assertEquals(0, other.waitFor());
        assertArrayEquals(here, Files.readAllBytes(folder.resolve("else where/much deeper/target/shop.zip")));
    }

    @Test
    void infoZipUnpacksEveryName() throws Exception {
        Path unzip = Path.of("/usr/bin/unzip");
        assumeTrue(Files.isExecutable(unzip), "needs unzip");
        Path zip = build("here").build(0);
        Path target = Files.createDirectories(folder.resolve("unpacked"));
        ProcessBuilder builder = new ProcessBuilder(unzip.toString(), "-q", zip.toString(), "-d", target.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        assertEquals(0, builder.inheritIO().start().waitFor());
        Path bundle = target.resolve("shop/.edgeone/cloud-functions/api-python");
        assertEquals(tree(folder.resolve("here/target/pages/staging")), tree(bundle));
        assertTrue(Files.exists(bundle.resolve("functions/你好.txt")));
        assertTrue(Files.exists(bundle.resolve("functions/api/[id].py")));
        assertTrue(Files.exists(bundle.resolve("packages/dist1/你好 [id].txt")));
    }

    @Test
    void twoBuildsShareACache() throws Exception {
        Process one = start("exec \"$@\"", List.of(), "one", "cache", "0");
        Process two = start("exec \"$@\"", List.of(), "two", "cache", "0");
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertCacheIsWhole();
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one/target/shop.zip")),
                Files.readAllBytes(folder.resolve("two/target/shop.zip")));
    }

    @Test
    void aBuildThatIsKilledLeavesTheOldZipOrTheNew() throws Exception {
        List<byte[]> good = List.of(
                Files.readAllBytes(build("good0").build(0)),
                Files.readAllBytes(build("good1").build(1)));
        Random random = new Random(20);
        Path zip = folder.resolve("victim/target/shop.zip");
        for (int round = 0; round < ROUNDS; round++) {
            Process victim = start("exec \"$@\"", List.of(), "victim", "cache");
            try (BufferedReader output = victim.inputReader()) {
                assertNotNull(output.readLine());
                Thread.sleep(random.nextInt(300));
            } finally {
                victim.destroyForcibly().waitFor();
            }
            assertCacheIsWhole();
            if (Files.exists(zip)) {
                byte[] found = Files.readAllBytes(zip);
                assertTrue(good.stream().anyMatch(bytes -> Arrays.equals(bytes, found)), "round " + round);
            }
        }
        assertArrayEquals(good.get(0), Files.readAllBytes(build("victim").build(0)));
        assertEquals(
                tree(folder.resolve("good0/target/pages/staging")),
                tree(folder.resolve("victim/target/pages/staging")));
    }

    private void assertCacheIsWhole() throws IOException {
        Path wheels = folder.resolve("cache/wheels");
        if (!Files.exists(wheels)) {
            return;
        }
        try (Stream<Path> files = Files.walk(wheels)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString();
                byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                assertEquals(name, java.util.HexFormat.of().formatHex(hash) + ".whl");
                assertUnpackedAsItIs(file, name.substring(0, name.indexOf('.')));
            }
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertUnpackedAsItIs(Path wheel, String hash) throws IOException {
        Path unpacked = folder.resolve("cache/unpacked").resolve(hash.substring(0, 2));
        Path tree = unpacked.resolve(hash).resolve("tree");
        if (!Files.exists(tree)) {
            return;
        }
        Map<String, String> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        assertEquals(content, tree(tree));
    }

    private SmallBuild build(String project) {
        return new SmallBuild(folder.resolve(project), folder.resolve("cache"), index());
    }

    private Path index() {
        return folder.resolve("index");
    }

    /** Starts a build in a JVM of its own, by a line of shell that gets the command as its arguments. */
    private Process start(String shell, List<String> options, String project, String cache, String... variant)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh", java, "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-cp", classPath()));
        command.addAll(
                List.of(SmallBuild.class.getName(), folder.resolve(project).toString()));
        command.addAll(List.of(folder.resolve(cache).toString(), index().toString()));
        command.addAll(List.of(variant));
        assertFalse(System.getProperty("os.name").startsWith("Windows"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                tree.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return tree;
    }
}
