package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.EntryFinder;
import io.github.pagesmaven.source.entry.EntryVerdict;
import io.github.pagesmaven.source.entry.Hint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A second table of small sources: what people write, beside what the first one pins. */
class SourceTableTest {
    private static final Path TABLE = Path.of("src/test/resources/cases/sources.yaml");

    @TestFactory
    Stream<DynamicTest> everySourceIsReadAsExpected() throws IOException {
        JsonNode table = new YAMLMapper().readTree(TABLE.toFile());
        return StreamSupport.stream(table.spliterator(), false)
                .map(item -> dynamicTest(item.path("name").asText(), () -> check(item)));
    }

    private static void check(JsonNode item) {
        SourceReader reader = new SourceReader(new Target(item.path("target").asInt(11)));
        Source source = read(reader, item.path("source"));
        assertEquals(item.path("refused").asBoolean(), source.error().isPresent(), () -> source.error()
                .toString());
        EntryVerdict verdict = new EntryFinder(
                        module -> Optional.of(item.path("modules").path(module))
                                .filter(JsonNode::isTextual)
                                .map(text -> read(reader, text)))
                .find(source);
        Optional<Entry> entry = verdict.entry();
        if (item.has("entry")) {
            assertEquals(
                    item.get("entry").asText(), entry.map(SourceTableTest::text).orElse("none"));
        }
        if (item.has("hint")) {
            assertEquals(
                    List.of(item.get("hint").asText()),
                    verdict.hints().stream().map(Hint::text).toList());
        }
        if (item.has("routes")) {
            assertEquals(Readings.texts(item.get("routes")), routes(entry.orElseThrow()));
        }
        if (item.has("imports")) {
            assertEquals(Readings.imports(item.get("imports")), Readings.imports(source));
        }
    }

    private static Source read(SourceReader reader, JsonNode text) {
        return Readings.read(reader, text.asText().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Entry entry) {
        return Stream.concat(
                        Stream.of(
                                entry.mode().name().toLowerCase(Locale.ROOT),
                                entry.symbol(),
                                entry.framework().orElse("-")),
                        entry.methods().stream())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> routes(Entry entry) {
        return entry.routes().stream()
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
