package io.github.pagesmaven.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Target;
import io.github.pagesmaven.source.entry.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionScannerTest {
    private static final String HANDLER =
            """
            from http.server import BaseHTTPRequestHandler
            class handler(BaseHTTPRequestHandler):
                def do_GET(self): pass
            """;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private Path project = Path.of("");
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<Interpreter> interpreter = Optional.empty();
    private int minor = 11;

    @BeforeEach
    void project(@TempDir Path folder) {
        project = folder;
    }

    @Test
    void functionsAndModulesAreToldApart() throws IOException {
        write("api/index.py", HANDLER);
        write("api/shop.py", "import json\n");
        write("api/page.html", "<p>");
        FunctionTree tree = scan();
        assertEquals("cloud-functions", tree.folderName());
        assertEquals(List.of("api/index.py"), paths(tree.functions()));
        assertEquals(List.of("api/shop.py"), paths(tree.modules()));
        assertEquals(List.of("api/page.html"), tree.resources());
        assertEquals(List.of(), tree.problems());
    }

    @Test
    void anUnchangedFileIsNotReadAgain() throws IOException {
        write("a.py", "import json\n");
        scan();
        rewriteUnseen("a.py", "import html\n");
        assertEquals(List.of("json"), imports(scan()));
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        write("a.py", "import json\n");
        scan();
        write("a.py", "import html\n");
        assertEquals(List.of("html"), imports(scan()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3600})
    void aFileOfTheSameSizeAndTimeIsReadAgainWhenItsTimeIsRecent(long ahead) throws IOException {
        write("a.py", "import json\n");
        FileTime recent = FileTime.from(Instant.now().plusSeconds(ahead));
        Files.setLastModifiedTime(file("a.py"), recent);
        assertEquals(List.of("json"), imports(scan()));
        rewrite("a.py", "import html\n", recent);
        assertEquals(List.of("html"), imports(scan()));
        rewrite("a.py", "import math\n", recent);
        assertEquals(List.of("math"), imports(scan()));
    }

    @Test
    void aVerdictCountsOnlyForTheContentThatItIsAbout() throws IOException {
        findInterpreter();
        write("a.py", "x = 1\n");
        FileTime recent = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file("a.py"), recent);
        assertEquals(0, scan().problems().size());
        rewrite("a.py", "x = (\n", recent);
        assertEquals(1, scan().problems().size());
        rewrite("a.py", "x = 2\n", recent);
        assertEquals(0, scan().problems().size());
        assertEquals(3, asked.get());
    }

    @Test
    void aHelperIsReadAsAWholeWhenAFunctionAsksForIt() throws IOException {
        write("a.py", HANDLER);
        write("lib.py", "from flask import Flask\ndef make():\n    return Flask(__name__)\n");
        scan();
        write("a.py", "from lib import make\napp = make()\n");
        Entry entry = scan().functions().get(0).entry().orElseThrow();
        assertEquals(Optional.of("flask"), entry.framework());
    }

    @Test
    void aDamagedCacheIsWrittenAnew() throws IOException {
        write("a.py", "import json\n");
        scan();
        Files.write(cache(), new byte[] {1, 2, 3});
        assertEquals(List.of("json"), imports(scan()));
        assertTrue(Files.size(cache()) > 3);
    }

    @Test
    void anotherTargetReadsAnew() throws IOException {
        write("a.py", "import json\n");
        scan();
        rewriteUnseen("a.py", "import html\n");
        minor = 12;
        assertEquals(List.of("html"), imports(scan()));
    }

    @Test
    void aRemovedFileIsForgotten() throws IOException {
        write("a.py", HANDLER);
        write("b.py", HANDLER);
        scan();
        Files.delete(file("b.py"));
        assertEquals(List.of("a.py"), paths(scan().functions()));
        long size = Files.size(cache());
        write("b.py", HANDLER);
        scan();
        assertTrue(Files.size(cache()) > size);
    }

    @Test
    void theRightInterpreterDecides() throws IOException {
        findInterpreter();
        write("a.py", HANDLER);
        write("b.py", "x = 1\nreturn x\n");
        FunctionTree tree = scan();
        assertEquals(
                """
                PAGES-018 cloud-functions/b.py:2:1  SyntaxError: 'return' outside function
                  return x
                  says cpython %s
                  fix: correct the file, or name it in <excludes> if it is none of the functions' business"""
                        .formatted(interpreter.orElseThrow().version()),
                tree.problems().get(0).text());
    }

    @Test
    void anInterpreterOfAnotherVersionOnlyWarns() throws IOException {
        findInterpreter();
        PythonVersion version = interpreter.orElseThrow().version();
        minor = version.minor() == 12 ? 11 : 12;
        write("a.py", HANDLER);
        write("b.py", "x = 1\nreturn x\n");
        assertEquals(
                """
                PAGES-021 cloud-functions/b.py:2:1  cpython %1$s does not compile this file, but 3.%2$d may: \
                SyntaxError: 'return' outside function
                  return x
                  says cpython %1$s
                  fix: install Python 3.%2$d, or name it with -Dpages.python=PATH, to be sure"""
                        .formatted(version, minor),
                scan().problems().get(0).text());
    }

    @Test
    void aJudgedFileIsNotJudgedAgain() throws IOException {
        findInterpreter();
        write("a.py", HANDLER);
        scan();
        assertEquals(1, asked.get());
        scan();
        assertEquals(1, asked.get());
        write("b.py", "def (\n");
        assertEquals(1, scan().problems().size());
        assertEquals(2, asked.get());
        assertEquals(1, scan().problems().size());
        assertEquals(2, asked.get());
    }

    @Test
    void withoutAnInterpreterOurOwnReaderDecides() throws IOException {
        write("a.py", "def (\n");
        Problem problem = scan().problems().get(0);
        assertEquals("PAGES-018", problem.code().id());
        assertTrue(problem.isError());
        assertEquals("cloud-functions/a.py:1:5", problem.where());
    }

    @Test
    void manyFilesAreReadByThreads() throws IOException {
        for (int number = 0; number < 100; number++) {
            write("n" + number + ".py", "import m" + number + "\n");
        }
        List<String> imports = imports(scan());
        assertEquals(100, imports.size());
        assertEquals(imports, imports(scan()));
        assertEquals("m10", imports.get(2));
    }

    @Test
    void aFileThatSaysSoIsAuxiliary() throws IOException {
        write("a.py", "# pages: ignore\n" + HANDLER);
        assertEquals(List.of(), paths(scan().functions()));
    }

    private void findInterpreter() {
        for (int version : List.of(10, 11, 12, 13, 9)) {
            interpreter =
                    new Interpreters(System.getenv(), project).find(Optional.empty(), new PythonVersion(3, version, 0));
            minor = interpreter.map(found -> found.version().minor()).orElse(minor);
            if (minor == version) {
                return;
            }
        }
        Assumptions.assumeTrue(interpreter.isPresent(), "no Python was found");
    }

    private FunctionTree scan() {
        return new FunctionScanner()
                .scan(new ScanRequest(
                        project,
                        project.resolve("cloud-functions"),
                        List.of(),
                        new Target(minor),
                        project.resolve("target/pages"),
                        () -> {
                            asked.incrementAndGet();
                            return interpreter;
                        },
                        Set.of("json", "http")::contains));
    }

    private Path cache() {
        return project.resolve("target/pages/scan.cache");
    }

    private Path file(String path) {
        return project.resolve("cloud-functions").resolve(path);
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(file(path).getParent());
        boolean old = !Files.exists(file(path));
        Files.writeString(file(path), content);
        if (old) {
            Files.setLastModifiedTime(file(path), LONG_AGO);
        }
    }

    /** Changes a file so that neither size nor time tell. */
    private void rewriteUnseen(String path, String content) throws IOException {
        rewrite(path, content, LONG_AGO);
    }

    private void rewrite(String path, String content, FileTime time) throws IOException {
        Files.writeString(file(path), content);
        Files.setLastModifiedTime(file(path), time);
    }

    private static List<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }

    private static List<String> imports(FunctionTree tree) {
        return tree.sources().stream()
                .flatMap(file -> file.source().imports().stream())
                .map(Import::module)
                .toList();
    }
}
