package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPathTest {
    @Test
    void itIsSplitBeforeItIsDecoded() {
        assertEquals(
                List.of("a/b", "c d"), RequestPath.parse("/a%2Fb/c%20d?e/f").segments());
    }

    @Test
    void oneSlashAtTheEndIsIgnored() {
        assertEquals(List.of(), RequestPath.parse("/").segments());
        assertEquals(List.of(), RequestPath.parse("").segments());
        assertEquals(List.of("a"), RequestPath.parse("a/").segments());
        assertEquals(List.of("a", ""), RequestPath.parse("/a//").segments());
        assertEquals(List.of(""), RequestPath.parse("//").segments());
    }

    @Test
    void dotComponentsAreRefusedInEveryDisguise() {
        for (String path : List.of("/.", "/a/..", "/%2e", "/.%2E/x", "/a%2F..%2Fb", "/..%5Cb", "/a\\..", "/a%2f.")) {
            assertEquals("component'", RequestPath.parse(path).fault().replaceAll(".* ", "") + "'", path);
        }
        assertEquals(
                List.of("...", "a..b", "x."), RequestPath.parse("/.../a..b/x.").segments());
    }

    @Test
    void malformedEscapesAreRefused() {
        for (String path : List.of("/%", "/%4", "/%zz", "/a%", "/%+1", "/% 1")) {
            assertEquals("escape", RequestPath.parse(path).fault().replaceAll(".* ", ""), path);
        }
        for (String path : List.of("/%ff", "/%C3%28", "/%ED%A0%80")) {
            assertEquals("decoded", RequestPath.parse(path).fault().replaceAll(".* ", ""), path);
        }
    }
}
