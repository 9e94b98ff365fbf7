package io.github.pagesmaven.mojo;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Finds where the keys of a YAML file stand. A tree of values no longer knows; only a message has to. */
final class YamlPlaces {
    private YamlPlaces() {}

    /**
     * The place of each key as {@code line:column}, by its dotted name.
     *
     * @param content a YAML file that the mapper can read
     */
    static Map<String, String> of(YAMLMapper mapper, byte[] content) throws IOException {
        Map<String, String> places = new HashMap<>();
        try (JsonParser parser = mapper.getFactory().createParser(content)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    places.put(pointer.substring(1).replace('/', '.'), text(parser.currentTokenLocation()));
                }
            }
        }
        return places;
    }

    static String text(JsonLocation location) {
        return location.getLineNr() + ":" + location.getColumnNr();
    }
}
