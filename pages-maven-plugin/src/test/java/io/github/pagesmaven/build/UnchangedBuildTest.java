package io.github.pagesmaven.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.install.WheelCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is kept from the last build is used while nothing has changed, and never afterwards. */
class UnchangedBuildTest {

    private LockedProject project;
    private Path work;
    private Path folder;

    /** Something that a user does between two builds. */
    private interface Change {
        void to(LockedProject project) throws IOException;
    }

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException {
        this.folder = folder;
        project = new LockedProject(folder);
        work = folder.resolve("work");
    }

    @Test
    void whatIsKeptIsUsedAgain() throws IOException {
        String first = project.outcome(work);
        assertTrue(first.contains("shop  # requirements.txt:1"), first);
        assertEquals(first, project.outcome(work));

        replace("resolution.state", "shop  # requirements.txt:1", "shop  # kept");
        replace("routes.state", "line\t/hello", "line\t/kept");
        String again = project.outcome(work);
        assertTrue(again.contains("shop  # kept") && again.contains("/kept"), again);
    }

    @TestFactory
    Stream<DynamicTest> everyChangeIsSeen() {
        return changes().entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    // The cache stays, so that interpreters need not be asked again.
                    deleteTree(project.directory);
                    project = new LockedProject(folder);
                    Path used = project.directory.resolve("target");
                    String before = project.outcome(used);
                    change.getValue().to(project);
                    String again = project.outcome(used);
                    assertNotEquals(before, again);
                    assertEquals(project.outcome(project.directory.resolve("other")), again);
                }));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("another requirement", project -> project.write("requirements.txt", "shop\nkiosk\n"));
        changes.put(
                "a comment that moves a line", project -> project.write("requirements.txt", "# what we sell\nshop\n"));
        changes.put("a marker", project -> project.write("requirements.txt", "shop; python_version > '3'\n"));
        changes.put("no requirements", project -> Files.delete(project.directory.resolve("requirements.txt")));
        changes.put(
                "requirements beside the functions", project -> project.write("cloud-functions/requirements.txt", ""));
        changes.put("a nested file", project -> {
            project.write("requirements.txt", "-r more.txt\n");
            project.write("more.txt", "shop\n");
        });
        changes.put("another release in the lock", project -> project.lock("2.0", "shop"));
        changes.put("a lock of something else", project -> project.lock("1.0", "shop", "kiosk"));
        changes.put("no lock", project -> Files.delete(project.directory.resolve("pylock.toml")));
        changes.put("no wheel", project -> WheelCache.clean(project.cache));
        changes.put("another target", project -> project.architecture = "aarch64");
        changes.put(
                "an import",
                project -> project.write("cloud-functions/hello.py", LockedProject.HANDLER + "import kiosk\n"));
        changes.put("an import that is mapped", project -> {
            project.write("cloud-functions/hello.py", LockedProject.HANDLER + "import kiosk\n");
            project.importMap = Map.of("kiosk", "kiosk");
        });
        changes.put(
                "a method",
                project -> project.write(
                        "cloud-functions/hello.py", LockedProject.HANDLER + "    def do_PUT(self):\n        pass\n"));
        changes.put("a function", project -> project.write("cloud-functions/more/[id].py", LockedProject.HANDLER));
        changes.put("a module", project -> project.write("cloud-functions/shop.py", "x = 1\n"));
        changes.put("a conflict", project -> project.write("cloud-functions/hello/index.py", LockedProject.HANDLER));
        changes.put("a static file that goes before", project -> project.write("public/hello", "hello\n"));
        return changes;
    }

    @Test
    void aFileThatIsNotWholeCountsAsNone() throws IOException {
        String first = project.outcome(work);
        for (String name : new String[] {"resolution.state", "routes.state"}) {
            String whole = Files.readString(work.resolve(name));
            for (int length = 0; length < whole.length(); length += 41) {
                Files.writeString(work.resolve(name), whole.substring(0, length));
                assertEquals(first, project.outcome(work));
            }
        }
    }

    @Test
    void aChangedNestedFileIsSeen() throws IOException {
        project.write("requirements.txt", "-r more.txt\n");
        project.write("more.txt", "shop\n");
        String first = project.outcome(work);
        project.write("more.txt", "shop>=1\n");
        assertNotEquals(first, project.outcome(work));
    }

    @Test
    void whatDependsOnMoreThanItsFilesIsNotKept() throws IOException {
        for (String line :
                new String[] {"shop ${NO_SUCH_VARIABLE}", "--find-links wheels\nshop", "./shop-1.0-py3-none-any.whl"}) {
            project.write("requirements.txt", line + "\n");
            project.outcome(work);
            assertFalse(Files.exists(work.resolve("resolution.state")), line);
        }
    }

    @Test
    void noPasswordIsKept() throws IOException {
        String index = "--index-url https://me:pa55word@index.example/simple?token=pa55word\n";
        project.write("requirements.txt", index + "shop\n");
        String first = project.outcome(work);
        assertEquals(first, project.outcome(work));
        assertTrue(Files.exists(work.resolve("resolution.state")), first);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean own =
                        file.startsWith(project.directory) || file.toString().endsWith(".whl");
                assertTrue(own || !Files.readString(file, ISO_8859_1).contains("pa55word"), file.toString());
            }
        }
        assertFalse(first.contains("pa55word"), first);
    }

    private void replace(String name, String text, String by) throws IOException {
        String kept = Files.readString(work.resolve(name));
        assertTrue(kept.contains(text), kept);
        Files.writeString(work.resolve(name), kept.replace(text, by));
    }
}
