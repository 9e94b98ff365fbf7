package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SrcPatternTest {
    @Test
    void everySpecialCharacterIsEscaped() {
        assertEquals("^/v1\\.0/c\\+\\+/?$", src("v1.0/c++.py"));
        assertEquals("^/a\\(b\\)\\*\\$/?$", src("a(b)*$.py"));
        assertFalse(Pattern.matches(src("v1.0/ping.py"), "/v1X0/ping"));
    }

    @Test
    void aLiteralMatchesAsItIsAndPercentEncoded() {
        assertEquals("^/(?:a b|a%20b)/?$", src("a b.py"));
        for (String sent : List.of("/\u4f60", "/%E4%BD%A0", "/%e4%bd%a0")) {
            assertTrue(Pattern.matches(src("\u4f60.py"), sent), sent);
        }
    }

    @Test
    void aLiteralMatchesInBothNormalForms() {
        for (String sent : List.of("/caf\u00e9", "/cafe\u0301", "/caf%C3%A9", "/cafe%CC%81")) {
            assertTrue(Pattern.matches(src("cafe\u0301.py"), sent), sent);
        }
    }

    @Test
    void theRootIsTheRootAlone() {
        assertEquals("^/$", src("index.py"));
        assertEquals("^/.*$", src("index.py=asgi"));
        assertEquals("^(?:/(.*))?$", src("[[path]].py"));
    }

    @Test
    void segmentsAfterACatchAllAnchorTheEnd() {
        assertEquals("^/m(?:/(.*))?/edit/?$", src("m/[[x]]/edit.py"));
        assertEquals("^/m(?:/(.*))?/([^/]+)/?$", src("m/[[x]]/[y].py=wsgi"));
    }

    private static String src(String file) {
        return SrcPattern.of(Trees.table(file).routes().get(0));
    }
}
