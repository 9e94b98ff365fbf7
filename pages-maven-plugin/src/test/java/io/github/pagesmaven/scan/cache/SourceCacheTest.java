package io.github.pagesmaven.scan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.folder.FoundFile;
import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SyntaxProblem;
import io.github.pagesmaven.source.Value;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCacheTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long THEN = 1_700_000_000L * SECOND;

    private static final Value VALUE = new Value(
            Value.Kind.CALL,
            "",
            List.of(new Value(Value.Kind.NAME, "Fl\u00e4sk\ud83d\ude00\ud800", List.of(), Map.of(), 300)),
            Map.of(
                    "root_path",
                    new Value(Value.Kind.STRING, "/x", List.of(), Map.of(), 70_000),
                    "a",
                    new Value(Value.Kind.CONSTANT, "None", List.of(), Map.of(), 1)),
            1);
    private static final Binding BINDING = new Binding("app", VALUE, 7, 1);
    private static final Source FULL = new Source(
            null,
            List.of(
                    new Import("flask", Import.Kind.REQUIRED, 1, 1, List.of("Flask", "*")),
                    new Import("..x", Import.Kind.RELATIVE, 2, 130, List.of(), Import.Kind.LAZY)),
            List.of(BINDING),
            List.of(new ClassFact("handler", List.of(VALUE), List.of(BINDING), 9)),
            List.of(new FunctionFact(
                    "make", true, List.of("a", "*b"), List.of(VALUE), List.of(BINDING), List.of(VALUE), 11)),
            List.of(VALUE),
            true,
            "site.settings");
    private static final Findings FINDINGS = new Findings(
            Map.of(
                    "a.py",
                    new Entry(
                            Entry.Mode.ASGI,
                            "app",
                            Optional.of("fastapi"),
                            List.of(),
                            List.of(new InnerRoute("GET", "/items")),
                            4,
                            Optional.empty()),
                    "c.py",
                    new Entry(
                            Entry.Mode.HANDLER,
                            "handler",
                            Optional.empty(),
                            List.of("GET", "POST"),
                            List.of(),
                            9,
                            Optional.of("site.settings"))),
            List.of(
                    Problem.error(Code.NOT_COMPILABLE, "a.py:1", "what", "fix", "one", "two"),
                    Problem.warning(Code.MISTAKEN_ENTRY, "", "caf\u00e9 \u4f60", "")));
    private static final Source REFUSED = new Source(
            new SyntaxProblem("invalid syntax", 3, 5),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            null);

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("state/scan.cache");
        Verdict refusal = new Verdict("cpython 3.10.4", new Refusal("SyntaxError", "bad", 0, 2, "x ="));
        Map<String, CachedSource> entries = Map.of(
                "a.py", new CachedSource(10, THEN, "", () -> FULL, null),
                "b.py", new CachedSource(20, -5, "abc", () -> REFUSED, refusal),
                "c.py", new CachedSource(0, THEN, "", () -> FULL, new Verdict("cpython 3.11.7", null)));
        SourceCache.write(file, "test", entries, FINDINGS, THEN + 60 * SECOND);
        SourceCache cache = SourceCache.open(file, "test");
        assertEquals(3, cache.size());
        assertEquals(FINDINGS, cache.findings());
        for (Map.Entry<String, CachedSource> entry : entries.entrySet()) {
            CachedSource known = entry.getValue();
            FoundFile found = new FoundFile(entry.getKey(), folder, known.size(), known.modified());
            CachedSource again = cache.find(found).orElseThrow();
            assertEquals(known.source(), again.source());
            assertEquals(known.verdict(), again.verdict());
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void anotherSizeOrTimeIsAnotherFile(@TempDir Path folder) throws IOException {
        SourceCache cache = written(folder, new CachedSource(10, THEN, "", () -> FULL, null));
        assertTrue(cache.find(new FoundFile("a.py", folder, 10, THEN)).isPresent());
        assertFalse(cache.find(new FoundFile("a.py", folder, 11, THEN)).isPresent());
        assertFalse(cache.find(new FoundFile("a.py", folder, 10, THEN + 1)).isPresent());
        assertFalse(cache.find(new FoundFile("b.py", folder, 10, THEN)).isPresent());
    }

    @Test
    void aFileThatWasChangedJustBeforeIsToldByItsContent(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("a.py");
        byte[] content = {'x'};
        Files.write(source, content);
        FoundFile found = new FoundFile("a.py", source, 1, THEN + 59 * SECOND);
        SourceCache cache =
                written(folder, new CachedSource(1, THEN + 59 * SECOND, SourceCache.digest(content), () -> FULL, null));
        assertTrue(cache.isDoubtful());
        assertTrue(cache.find(found).isPresent());
        Files.write(source, new byte[] {'y'});
        assertFalse(cache.find(found).isPresent());
    }

    @Test
    void aFileForAnotherPurposeIsEmpty(@TempDir Path folder) throws IOException {
        written(folder, new CachedSource(10, THEN, "", () -> FULL, null));
        assertEquals(0, SourceCache.open(folder.resolve("scan.cache"), "other").size());
        assertEquals(0, SourceCache.open(folder.resolve("none"), "test").size());
    }

    @Test
    void everyDamageIsSeen(@TempDir Path folder) throws IOException {
        written(folder, new CachedSource(10, THEN, "", () -> FULL, null));
        Path file = folder.resolve("scan.cache");
        byte[] bytes = Files.readAllBytes(file);
        for (int index = 0; index < bytes.length; index++) {
            byte[] damaged = bytes.clone();
            damaged[index] ^= 0x40;
            Files.write(file, damaged);
            assertEquals(0, SourceCache.open(file, "test").size(), "byte " + index);
            Files.write(file, java.util.Arrays.copyOf(bytes, index));
            assertEquals(0, SourceCache.open(file, "test").size(), "length " + index);
        }
    }

    private static SourceCache written(Path folder, CachedSource cached) throws IOException {
        SourceCache.write(folder.resolve("scan.cache"), "test", Map.of("a.py", cached), FINDINGS, THEN + 60 * SECOND);
        return SourceCache.open(folder.resolve("scan.cache"), "test");
    }
}
