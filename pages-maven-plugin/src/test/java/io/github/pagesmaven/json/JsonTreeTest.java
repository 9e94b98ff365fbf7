package io.github.pagesmaven.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-1",
                "9007199254740993",
                "123456789012345678901234567890",
                "1.5e3",
                "\"a\\u00e4\\n\\ud83d\\ude00\"",
                "[]",
                "[1, [2, {}], \"x\"]",
                "{\"a\": {\"b\": [false, null]}, \"a\": 2, \"c\": \"\"}"
            })
    void readsWhatDataBindingReads(String text) throws Exception {
        assertEquals(new ObjectMapper().readTree(text), JsonTree.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "{'a': 1}", "1 2", "{} x", "nul", "\"", "]"})
    void refusesWhatIsNoJson(String text) {
        assertThrows(JsonProcessingException.class, () -> JsonTree.read(text));
    }

    @Test
    void anEmptyTextIsMissing() throws Exception {
        assertTrue(JsonTree.read(" \n").isMissingNode());
    }

    @Test
    void aTreeThatIsTooDeepIsRefused() {
        assertThrows(JsonProcessingException.class, () -> JsonTree.read("[".repeat(100_000)));
    }

    @Test
    void writesOnOneLine() throws Exception {
        String text = "{\"a\":[1,true,null,\"\\\"\"],\"b\":{}}";
        assertEquals(text, JsonText.line(new ObjectMapper().readValue(text, Map.class)));
    }
}
