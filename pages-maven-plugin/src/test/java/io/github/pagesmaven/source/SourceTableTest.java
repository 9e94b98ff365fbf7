package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.EntryFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        Optional<Entry> entry = new EntryFinder(
                        module -> Optional.of(item.path("modules").path(module))
                                .filter(JsonNode::isTextual)
                                .map(text -> read(reader, text)))
                .find(source)
                .entry();
        if (item.has("entry")) {
            assertEquals(
                    item.get("entry").asText(), entry.map(SourceTableTest::text).orElse("none"));
        }
        if (item.has("routes")) {
            assertEquals(texts(item.get("routes")), routes(entry.orElseThrow()));
        }
        if (item.has("imports")) {
            Map<String, Set<String>> expected = new TreeMap<>();
            item.get("imports").properties().forEach(kind -> expected.put(kind.getKey(), texts(kind.getValue())));
            assertEquals(expected, imports(source));
        }
    }

    private static Source read(SourceReader reader, JsonNode text) {
        return reader.read(text.asText().getBytes(StandardCharsets.UTF_8));
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

    private static Map<String, Set<String>> imports(Source source) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (Import found : source.imports()) {
            imports.computeIfAbsent(found.kind().name().toLowerCase(Locale.ROOT), kind -> new TreeSet<>())
                    .add(found.module());
        }
        return imports;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
