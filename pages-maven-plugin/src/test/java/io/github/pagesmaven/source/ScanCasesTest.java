package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.EntryFinder;
import io.github.pagesmaven.source.entry.EntryVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of small sources and what a reader must say of each. */
class ScanCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/scan");

    @TestFactory
    Stream<DynamicTest> everyCaseIsReadAsExpected() throws IOException {
        JsonNode table =
                new ObjectMapper().readTree(CASES.resolve("expected.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode expected : table.get("cases")) {
            tests.add(dynamicTest(expected.get("file").asText(), () -> check(expected)));
        }
        assertEquals(75, tests.size());
        return tests.stream();
    }

    /** Because the bytes matter: git must leave these files alone. */
    @Test
    void theCasesKeepTheirBytes() throws IOException {
        assertTrue(Files.readString(CASES.resolve(".gitattributes")).contains("*.py -text"));
        assertTrue(new String(Files.readAllBytes(CASES.resolve("105-crlf.py")), StandardCharsets.US_ASCII)
                .contains("\r\n"));
    }

    private static void check(JsonNode expected) throws IOException {
        byte[] content = Files.readAllBytes(CASES.resolve(expected.get("file").asText()));
        Source source =
                Readings.read(new SourceReader(target(expected.path("target").asText("3.11"))), content);
        if (expected.has("error")) {
            checkError(expected.get("error"), source);
            return;
        }
        assertEquals(Optional.empty(), source.error());
        assertEquals(Readings.imports(expected.get("imports")), Readings.imports(source));
        checkEntry(expected, new EntryFinder(name -> Optional.empty()).find(source));
        for (Map.Entry<String, JsonNode> version : expected.path("accepted_by").properties()) {
            Source other = Readings.read(new SourceReader(target(version.getKey())), content);
            assertEquals(version.getValue().asBoolean(), other.error().isEmpty(), version.getKey());
        }
    }

    private static Target target(String version) {
        return new Target(Integer.parseInt(version.substring(version.indexOf('.') + 1)));
    }

    private static void checkError(JsonNode expected, Source source) {
        SyntaxProblem problem = source.error().orElseThrow();
        if (!expected.path("any_line").asBoolean()) {
            assertEquals(expected.get("line").asInt(), problem.line());
        }
        if (expected.has("column")) {
            assertEquals(expected.get("column").asInt(), problem.column());
        }
        assertEquals(List.of(), source.imports());
    }

    private static void checkEntry(JsonNode expected, EntryVerdict verdict) {
        assertEquals(expected.get("entry").asBoolean(), verdict.entry().isPresent());
        if (expected.has("warn")) {
            String kind = expected.get("warn").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            assertTrue(
                    verdict.hints().stream().anyMatch(hint -> hint.kind().name().equals(kind)));
        }
        if (verdict.entry().isEmpty()) {
            return;
        }
        Entry entry = verdict.entry().get();
        assertEquals(expected.get("mode").asText(), entry.mode().name().toLowerCase(Locale.ROOT));
        assertEquals(expected.get("symbol").asText(), entry.symbol());
        assertEquals(expected.get("framework").asText(null), entry.framework().orElse(null));
        if (expected.has("methods")) {
            assertEquals(Readings.texts(expected.get("methods")), new TreeSet<>(entry.methods()));
        }
        if (expected.has("routes")) {
            Set<List<String>> routes = new HashSet<>();
            expected.get("routes")
                    .forEach(pair ->
                            routes.add(List.of(pair.get(0).asText(), pair.get(1).asText())));
            Set<List<String>> actual = new HashSet<>();
            entry.routes().forEach(route -> actual.add(List.of(route.method(), route.pattern())));
            assertEquals(routes, actual);
        }
    }
}
