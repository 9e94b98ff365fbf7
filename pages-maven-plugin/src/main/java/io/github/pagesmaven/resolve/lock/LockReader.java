package io.github.pagesmaven.resolve.lock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.resolve.wheel.Pin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a lock. Every goal of every build does: so without data binding, which takes longer to load than an
 * unchanged build has.
 */
final class LockReader {
    private final String place;

    LockReader(String place) {
        this.place = place;
    }

    Lock read(byte[] content) throws IOException {
        Map<?, ?> root = toml(content);
        Map<?, ?> tool = table(table(root, "tool"), "pages");
        if (!text(root, "lock-version").startsWith("1.") || tool.isEmpty()) {
            throw unreadable("it was not written by " + LockFile.TOOL);
        }
        List<Pin> pins = new ArrayList<>();
        for (Object entry : list(root, "packages")) {
            pins.add(pin(entry instanceof Map<?, ?> map ? map : Map.of()));
        }
        return new Lock(
                pins,
                text(tool, "target"),
                new Inputs(texts(tool, "requirements")),
                text(tool, "settings"),
                texts(tool, "notes"));
    }

    private static Map<?, ?> toml(byte[] content) throws IOException {
        try (JsonParser parser = new TomlFactory().createParser(content)) {
            parser.nextToken();
            return value(parser) instanceof Map<?, ?> map ? map : Map.of();
        }
    }

    /** The value at the parser's token: a map, a list, or a text. */
    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                map.put(key, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return String.valueOf(parser.getText());
    }

    private Pin pin(Map<?, ?> entry) {
        List<?> wheels = list(entry, "wheels");
        Map<?, ?> wheel = wheels.size() == 1 && wheels.get(0) instanceof Map<?, ?> only ? only : Map.of();
        String sha256 = text(table(wheel, "hashes"), "sha256");
        String fileName = text(wheel, "name");
        if (!sha256.matches("[0-9a-f]{64}") || !fileName.matches("[^/\\\\]+\\.whl")) {
            throw unreadable("package '" + text(entry, "name") + "' has not exactly one wheel with its sha256");
        }
        Map<?, ?> ours = table(table(entry, "tool"), "pages");
        return new Pin(
                ProjectName.normalize(text(entry, "name")),
                text(entry, "version"),
                fileName,
                text(wheel, "url"),
                sha256,
                size(wheel),
                text(ours, "direct").equals("true"),
                text(entry, "requires-python"),
                text(ours, "yanked").equals("true"));
    }

    private static long size(Map<?, ?> wheel) {
        String size = text(wheel, "size");
        return size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }

    private static Map<?, ?> table(Map<?, ?> table, String key) {
        return table.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static List<?> list(Map<?, ?> table, String key) {
        return table.get(key) instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(Map<?, ?> table, String key) {
        List<String> texts = new ArrayList<>();
        list(table, key).forEach(element -> texts.add(String.valueOf(element)));
        return texts;
    }

    private static String text(Map<?, ?> table, String key) {
        return table.get(key) instanceof String text ? text : "";
    }

    PagesException unreadable(String reason) {
        return PagesException.failure(Problem.error(
                Code.LOCK_MISMATCH,
                place,
                "the lock file cannot be used: " + reason,
                "mvn pages:lock writes a new one in its place; or move the file away"));
    }
}
