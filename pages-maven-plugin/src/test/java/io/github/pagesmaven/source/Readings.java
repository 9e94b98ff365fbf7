package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.source.entry.EntryFinder;
import io.github.pagesmaven.source.entry.EntryVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads sources for the tests of this package, always in both ways. */
final class Readings {
    private Readings() {}

    /** Everything that a file says; its outline must say the same, as far as it says anything. */
    static Source read(SourceReader reader, byte[] content) {
        Source whole = reader.read(content);
        Source outline = reader.outline(content);
        assertEquals(whole.error(), outline.error());
        assertEquals(whole.imports(), outline.imports());
        assertEquals(whole.ignored(), outline.ignored());
        if (outline.outline()) {
            EntryVerdict verdict = new EntryFinder(module -> Optional.empty()).find(whole);
            assertEquals(new EntryVerdict(Optional.empty(), List.of()), verdict);
        }
        return whole;
    }

    /** The modules that a file imports, by the kind of import. */
    static Map<String, Set<String>> imports(Source source) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (Import found : source.imports()) {
            imports.computeIfAbsent(found.kind().name().toLowerCase(Locale.ROOT), kind -> new TreeSet<>())
                    .add(found.module());
        }
        return imports;
    }

    /** The same as a table has it. */
    static Map<String, Set<String>> imports(JsonNode expected) {
        Map<String, Set<String>> imports = new TreeMap<>();
        expected.properties().forEach(kind -> imports.put(kind.getKey(), texts(kind.getValue())));
        return imports;
    }

    static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
