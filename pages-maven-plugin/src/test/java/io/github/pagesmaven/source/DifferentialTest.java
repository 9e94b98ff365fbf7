package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The reader against every CPython found, over its own standard library: the same files are accepted, and their
 * imports have the same kinds and lines; nearly all are understood by the quick way of reading. A sample by default; all files with {@code -Dpages.test.whole}.
 */
class DifferentialTest {
    private static final int SAMPLE = 120;
    private static final long SEED = 20_261_123;

    @TestFactory
    Stream<DynamicTest> everyInterpreterAgreesOnItsLibrary() {
        List<PythonOracle> oracles = PythonOracle.all();
        assumeFalse(oracles.isEmpty(), "no Python found to compare with");
        return oracles.stream().map(oracle -> dynamicTest(oracle.toString(), () -> compare(oracle)));
    }

    private static void compare(PythonOracle oracle) throws IOException {
        List<Path> files = new ArrayList<>(oracle.files());
        if (System.getProperty("pages.test.whole") == null) {
            Collections.shuffle(files, new Random(SEED));
            files = files.subList(0, Math.min(SAMPLE, files.size()));
        }
        List<JsonNode> answers = oracle.judge(files);
        assertEquals(files.size(), answers.size());
        SourceReader reader = new SourceReader(new Target(oracle.minor()));
        List<String> differences = new ArrayList<>();
        int outlines = 0;
        for (int i = 0; i < files.size(); i++) {
            byte[] content = Files.readAllBytes(files.get(i));
            Source source = Readings.read(reader, content);
            outlines += reader.outline(content).outline() || source.error().isPresent() ? 1 : 0;
            compare(oracle.library().relativize(files.get(i)), source, answers.get(i), differences);
        }
        assertEquals(List.of(), differences);
        assertTrue(outlines > 0.95 * files.size(), outlines + " of " + files.size() + " could be skimmed");
    }

    private static void compare(Path file, Source source, JsonNode answer, List<String> differences) {
        if (source.error().isPresent() != answer.has("error")) {
            differences.add(file + ": " + source.error() + " but " + answer.path("error"));
            return;
        }
        List<String> expected = new ArrayList<>();
        answer.path("imports")
                .forEach(one -> expected.add(one.get(0).asText() + " "
                        + one.get(1).asText() + " " + one.get(2).asInt()));
        List<String> actual = new ArrayList<>();
        for (Import one : source.imports()) {
            if (one.kind() != Import.Kind.DYNAMIC) {
                actual.add(one.module() + " " + one.kind().name().toLowerCase(Locale.ROOT) + " " + one.line());
            }
        }
        Collections.sort(expected);
        Collections.sort(actual);
        if (!expected.equals(actual)) {
            differences.add(file + ": " + actual + " but " + expected);
        }
    }
}
