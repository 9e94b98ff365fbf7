package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTextTest {
    @Test
    void columnsAreAligned() {
        assertEquals(
                List.of(
                        "/api        wsgi flask  api/index.py       GET POST /users",
                        "/api/hello  handler     api/hello.py       GET POST",
                        "/api/:id    auto flask  api/[id].py        GET POST /users",
                        "/files/*    handler     files/[[path]].py  GET POST"),
                RouteText.lines(
                        Trees.table("api/index.py=wsgi", "api/hello.py", "files/[[path]].py", "api/[id].py=auto")));
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertEquals(
                List.of(
                        "/cafe\u0301  handler  cafe\u0301.py  GET POST",
                        "/\u4f60\u597d  handler  \u4f60\u597d.py  GET POST"),
                RouteText.lines(Trees.table("cafe\u0301.py", "\u4f60\u597d.py")).stream()
                        .map(line -> line.replace("caf\u00e9", "cafe\u0301"))
                        .toList());
        assertEquals(2, Columns.width("\ud55c"));
        assertEquals(2, Columns.width("\ud83d\ude00"));
        assertEquals(1, Columns.width("e\u0301"));
    }
}
