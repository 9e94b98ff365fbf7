package io.github.pagesmaven.requirement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the tables that travel in the jar beside this package. */
final class DataFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private DataFile() {}

    static Map<String, Object> read(String name) {
        try (InputStream stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name)) {
            return YAML.readValue(stream, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static List<String> list(Map<String, Object> table, String key) {
        return YAML.convertValue(table.get(key), new TypeReference<List<String>>() {});
    }

    static Map<String, List<String>> lists(Map<String, Object> table, String key) {
        return YAML.convertValue(table.get(key), new TypeReference<Map<String, List<String>>>() {});
    }
}
