package io.github.pagesmaven.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePatternTest {
    @ParameterizedTest
    @CsvSource({
        "/old, /old, /new, /new",
        "/old, /old/, /new, ",
        "/articles/:id, /articles/123, /news/:id, /news/123",
        "/articles/:id, /articles/1/2, /news/:id, ",
        "/articles/:id, /articles/, /news/:id, ",
        "/assets/*, /assets/a/b.css, /new/:splat, /new/a/b.css",
        "/assets/*, /assets/, /new/:splat, /new/",
        "/a/:x/:y, /a/1/2, /:y/:x/:z, /2/1/:z",
        "/a/:x/:x/:y, /a/1/2/3, /:x/:y, /1/3",
        "/a.b, /aXb, /c, ",
        "/:file.html, /about.html, /:file, /about",
        "/a/*, /a/$1, https://x.org:8080/:splat, https://x.org:8080/$1"
    })
    void aSourceFillsItsDestination(String source, String path, String destination, String expected) {
        assertEquals(
                expected,
                new RulePattern(source)
                        .match(path)
                        .map(values -> RulePattern.fill(destination, values))
                        .orElse(null));
    }
}
