package io.github.pagesmaven.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"imports.yaml", "standard-library.yaml"})
    void readsWhatAYamlLibraryReads(String name) throws IOException {
        JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(DataFile.class.getResourceAsStream(name));
        DataFile file = DataFile.read(name);
        for (Map.Entry<String, JsonNode> section : yaml.properties()) {
            if (section.getValue().isArray()) {
                assertEquals(texts(section.getValue()), file.list(section.getKey()));
            } else {
                Map<String, List<String>> lists = new LinkedHashMap<>();
                section.getValue().properties().forEach(entry -> lists.put(entry.getKey(), texts(entry.getValue())));
                assertEquals(lists, file.lists(section.getKey()));
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
