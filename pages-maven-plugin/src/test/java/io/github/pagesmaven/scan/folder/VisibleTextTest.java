package io.github.pagesmaven.scan.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void whatMovesTheCursorIsEscaped() {
        assertEquals("a\\u001b[31m\\u000a\\u202eb", VisibleText.of("a\u001b[31m\n\u202eb"));
        assertEquals("caf\u00e9 \u4f60 \ud83d\ude00", VisibleText.of("caf\u00e9 \u4f60 \ud83d\ude00"));
    }
}
