package io.github.pagesmaven.requirement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the tables that travel in the jar beside this package. They are YAML of few forms: a section, in it names after
 * dashes, or keys with lists in brackets. Every build reads them, and a whole YAML library takes longer to load than all
 * else that an unchanged build does.
 */
final class DataFile {
    /** The key of the names that a section holds without a key of their own. */
    private static final String ALONE = "";

    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
    private List<String> open = new ArrayList<>();

    private DataFile() {}

    static DataFile read(String name) {
        DataFile file = new DataFile();
        try (InputStream stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, List<String>> section = Map.of();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                section = file.take(line, section);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return file;
    }

    private Map<String, List<String>> take(String line, Map<String, List<String>> section) {
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
            return section;
        }
        if (text.startsWith("- ")) {
            open.add(text.substring(2));
            return section;
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            addNames(text);
            return section;
        }
        String key = unquoted(text.substring(0, colon));
        boolean newSection = line.charAt(0) != ' ';
        Map<String, List<String>> current = newSection ? new LinkedHashMap<>() : section;
        if (newSection) {
            sections.put(key, current);
        }
        open = new ArrayList<>();
        current.put(newSection ? ALONE : key, open);
        addNames(text.substring(colon + 1));
        return current;
    }

    /** A list in brackets, or the part of it that stands on one line. */
    private void addNames(String text) {
        for (String part : text.replace('[', ' ').replace(']', ' ').split(",", -1)) {
            String name = unquoted(part.strip());
            if (!name.isEmpty()) {
                open.add(name);
            }
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    /** The names in a section that has no keys. */
    List<String> list(String section) {
        return section(section).getOrDefault(ALONE, List.of());
    }

    /** The keys of a section with their names. */
    Map<String, List<String>> lists(String section) {
        Map<String, List<String>> lists = new LinkedHashMap<>(section(section));
        lists.remove(ALONE);
        return lists;
    }

    private Map<String, List<String>> section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }
}
