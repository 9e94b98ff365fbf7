package io.github.pagesmaven.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is what the best known library for JSON writes. */
class JsonTextTest {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyCharacterIsWrittenAsTheLibraryWritesIt() throws IOException {
        for (int one = 0; one < Character.MIN_SURROGATE; one++) {
            agrees(Map.of(Character.toString(one), "a" + Character.toString(one) + "b"));
        }
        agrees(Map.of("beyond", "\uD83D\uDE00"));
    }

    @Test
    void treesAreWrittenAsTheLibraryWritesThem() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> json = new LinkedHashMap<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                json.put("key" + j, value(random, 3));
            }
            agrees(json);
        }
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0:
                return random.nextInt();
            case 1:
                return random.nextLong();
            case 2:
                return random.nextBoolean();
            case 3:
                return "text \"" + random.nextInt() + "\"\n";
            case 4:
                return "";
            case 5:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                return list;
            default:
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put("k" + i, i == 2 ? null : value(random, depth - 1));
                }
                return map;
        }
    }

    private static void agrees(Map<String, Object> json) throws IOException {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        assertEquals(MAPPER.writer(printer).writeValueAsString(json) + "\n", new String(JsonText.of(json), UTF_8));
        assertEquals(MAPPER.writeValueAsString(json), JsonText.line(json));
    }
}
