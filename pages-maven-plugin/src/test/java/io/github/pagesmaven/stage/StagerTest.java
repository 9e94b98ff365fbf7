package io.github.pagesmaven.stage;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagerTest {
    private static final String KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7yn3bRHQ5FHMQ3\n";

    @TempDir
    Path folder;

    @Test
    void aBundleHasTheFilesOfTheContract() throws IOException {
        write("api/[id].py", "x = 1");
        write("你好.txt", "text");
        write("requirements.txt", "flask");
        write("more.txt", "flask");
        Bundle bundle = stage(Set.of("more.txt"), "api/[id].py", "你好.txt", "requirements.txt", "more.txt");
        List<String> paths = bundle.entries().stream().map(BundleEntry::path).toList();
        assertEquals(
                List.of(
                        "app.py",
                        "config.json",
                        "functions/api/[id].py",
                        "functions/你好.txt",
                        "packages/shop-1.dist-info/METADATA",
                        "packages/shop-1.dist-info/RECORD",
                        "packages/shop-1.dist-info/WHEEL",
                        "packages/shop.py",
                        "requirements.txt"),
                paths.stream()
                        .filter(path -> !path.startsWith("pages_runtime/"))
                        .toList());
        assertTrue(paths.contains("pages_runtime/__init__.py"));
        assertTrue(paths.stream().noneMatch(path -> path.contains("pages_build") || path.contains("pages_dev")));
        assertEquals("{}", Files.readString(bundle.directory().resolve("config.json")));
        assertEquals("x = 1", Files.readString(bundle.directory().resolve("functions/api/[id].py")));
        assertEquals(paths, files(bundle.directory()));
        assertEquals(List.of(), bundle.problems());
    }

    @Test
    void anEditedFunctionChangesOneFileAndADeletedOneDisappears() throws IOException {
        write("a.py", "1");
        write("b/c.py", "2");
        Bundle bundle = stage("a.py", "b/c.py");
        Path other = bundle.directory().resolve("functions/b/c.py");
        var before = Files.getLastModifiedTime(other);
        write("a.py", "3");
        stage("a.py", "b/c.py");
        assertEquals("3", Files.readString(bundle.directory().resolve("functions/a.py")));
        assertEquals(before, Files.getLastModifiedTime(other));
        stage("a.py");
        assertFalse(Files.exists(bundle.directory().resolve("functions/b")));
    }

    @Test
    void whatIsDamagedOrForeignIsPutRight() throws IOException {
        write("a.py", "1");
        write("b/c.py", "2");
        Path root = stage("a.py", "b/c.py").directory();
        List<String> whole = files(root);
        Files.writeString(root.resolve("app.py"), "");
        Files.writeString(root.resolve("functions/a.py"), "9");
        Files.delete(root.resolve("functions/b/c.py"));
        Files.delete(root.resolve("functions/b"));
        Files.writeString(root.resolve("functions/b"), "a file");
        Files.createDirectories(root.resolve("pages_runtime/foreign/x"));
        Files.delete(root.resolve("config.json"));
        Files.createSymbolicLink(root.resolve("config.json"), folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere"), "untouched");
        stage("a.py", "b/c.py");
        assertEquals(whole, files(root));
        assertEquals("1", Files.readString(root.resolve("functions/a.py")));
        assertEquals("2", Files.readString(root.resolve("functions/b/c.py")));
        assertEquals("untouched", Files.readString(folder.resolve("elsewhere")));
        assertFalse(Files.isSymbolicLink(root.resolve("config.json")));
        assertTrue(Files.size(root.resolve("app.py")) > 0);
    }

    @Test
    void secretsAreLeftOutAndNamed() throws IOException {
        write("a.py", "1");
        for (String name : List.of(".env", "x/.env.local", "prod.env", ".gitignore", "id_rsa", "x/key.p12", ".ssh/a")) {
            write(name, "S3CRET");
        }
        write("certificate.pem", "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n");
        write("server.pem", KEY);
        Bundle bundle = stage(
                "a.py",
                ".env",
                "x/.env.local",
                "prod.env",
                ".gitignore",
                "id_rsa",
                "x/key.p12",
                ".ssh/a",
                "certificate.pem",
                "server.pem");
        assertEquals(
                """
                PAGES-023  8 files were left out of the zip
                  cloud-functions/.env holds environment variables
                  cloud-functions/.gitignore belongs to git
                  cloud-functions/.ssh/a stands in a folder of credentials
                  cloud-functions/id_rsa holds credentials
                  cloud-functions/prod.env holds environment variables
                  cloud-functions/server.pem holds a private key
                  cloud-functions/x/.env.local holds environment variables
                  cloud-functions/x/key.p12 is a key store
                  fix: set secrets as environment variables of the deployed project; move or exclude the files to silence this""",
                bundle.problems().get(0).text());
        assertEquals(
                List.of("functions/a.py", "functions/certificate.pem"),
                files(bundle.directory()).stream()
                        .filter(path -> path.startsWith("functions/"))
                        .toList());
    }

    @Test
    void aSourceWithAPrivateKeyEndsTheBuild() throws IOException {
        write("a.py", "KEY = '''" + KEY + "'''");
        write("b.py", "KEY = '-----BEGIN PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA7yn3bRHQ5FHMQ3'");
        write("c.py", "if '-----BEGIN PRIVATE KEY-----' in text: pass");
        PagesException failure = assertThrows(PagesException.class, () -> stage("a.py", "b.py", "c.py"));
        assertEquals(
                List.of("cloud-functions/a.py", "cloud-functions/b.py"),
                failure.problems().stream().map(problem -> problem.where()).toList());
    }

    @Test
    void aLinkThatLeavesTheFolderEndsTheBuild() throws IOException {
        write("a.py", "1");
        Files.writeString(folder.resolve("outside"), "secret");
        Files.createSymbolicLink(functions().resolve("out.txt"), folder.resolve("outside"));
        Files.createSymbolicLink(functions().resolve("in.txt"), functions().resolve("a.py"));
        stage("a.py", "in.txt");
        PagesException failure = assertThrows(PagesException.class, () -> stage("a.py", "out.txt"));
        assertEquals("cloud-functions/out.txt", failure.problems().get(0).where());
    }

    @Test
    void programsAreKnownByTheirFirstBytes() throws IOException {
        write("tool", "#!/bin/sh\n");
        write("a.py", "1");
        List<String> programs = stage("tool", "a.py").entries().stream()
                .filter(BundleEntry::executable)
                .map(BundleEntry::path)
                .toList();
        assertEquals(List.of("functions/tool"), programs);
    }

    @Test
    void thePrebuiltArchiveHasOneTopFolder() throws IOException {
        write("a.py", "1");
        Path page = Files.createDirectories(folder.resolve("public")).resolve("index.html");
        Files.writeString(page, "<p>");
        Path edgeone = Files.writeString(folder.resolve("edgeone.json"), "{}");
        List<String> paths = ArchiveEntries.pages(
                        "shop", stage("a.py"), Assets.of(page.resolveSibling("")), java.util.Optional.of(edgeone))
                .stream()
                .map(BundleEntry::path)
                .toList();
        assertTrue(paths.containsAll(List.of(
                "shop/edgeone.json",
                "shop/.edgeone/assets/index.html",
                "shop/.edgeone/cloud-functions/api-python/app.py",
                "shop/.edgeone/cloud-functions/api-python/functions/a.py")));
        assertTrue(
                paths.stream().allMatch(path -> path.startsWith("shop/.edgeone/") || path.equals("shop/edgeone.json")));
    }

    @Test
    void theFlatArchiveHasAProgramThatStartsIt() throws IOException {
        write("a.py", "1");
        List<BundleEntry> entries = ArchiveEntries.flat(stage("a.py"), 10);
        BundleEntry program = entries.get(entries.size() - 1);
        assertEquals("scf_bootstrap", program.path());
        assertTrue(program.executable());
        assertTrue(((EntrySource.InMemory) program.source()).text().contains("/var/lang/python310/bin/python3"));
        assertTrue(entries.stream().anyMatch(entry -> entry.path().equals("app.py")));
    }

    private Bundle stage(String... files) throws IOException {
        return stage(Set.of(), files);
    }

    private Bundle stage(Set<String> requirementFiles, String... files) throws IOException {
        Path staging = folder.resolve("staging");
        InstalledPackages packages = Installer.install(new InstallRequest(
                List.of(wheel("shop", "1").file("shop.py", "").in(folder.resolve("wheels"))),
                staging.resolve("packages"),
                folder.resolve("index"),
                false,
                (name, done, total) -> {}));
        return Stager.stage(
                new StageRequest(staging, functions(), List.of(files), requirementFiles, "{}", "shop==1\n", packages));
    }

    private Path functions() {
        return folder.resolve("cloud-functions");
    }

    private void write(String path, String text) throws IOException {
        Path file = functions().resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || isEmpty(file))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isEmpty(Path directory) {
        String[] names = directory.toFile().list();
        return names == null || names.length == 0;
    }
}
