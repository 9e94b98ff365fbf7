package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final RouteTable DOCUMENTED = Trees.table(
            "api/index.py",
            "api/hello.py",
            "api/users/index.py",
            "api/users/list.py",
            "api/users/[id].py",
            "api/[[default]].py",
            "api/users/store.py=none");

    @Test
    void itSaysWhichFileAnswersAndWhyNoOther() {
        assertEquals(
                List.of(
                        "GET /api/users/list -> api/users/list.py",
                        "  do_GET answers",
                        "  route /api/users/list",
                        "  not:",
                        "    /api/users/:id  api/users/[id].py   matches too, but the literal 'list' comes before"
                                + " a parameter at segment 3",
                        "    /api/*          api/[[default]].py  matches too, but the literal 'users' comes before"
                                + " a catch-all at segment 2",
                        "    /api            api/index.py        a handler answers its own path only;"
                                + " 'users/list' is left over",
                        "    /api/users      api/users/index.py  a handler answers its own path only;"
                                + " 'list' is left over"),
                DOCUMENTED.explain("/api/users/list", "get").lines());
    }

    @Test
    void parametersAreShown() {
        Explanation found = DOCUMENTED.explain("/api/users/a%20b?q=1", "GET");
        assertEquals("  route /api/users/:id   id = 'a b'", found.lines().get(2));
        assertEquals("/api/users/a%20b", found.prefix());
    }

    @Test
    void anApplicationIsToldItsPrefix() {
        Explanation found = Trees.table("api/index.py=wsgi").explain("/api/x/y/", "PUT");
        assertEquals(
                List.of(
                        "PUT /api/x/y/ -> api/index.py",
                        "  the application decides what to answer to PUT",
                        "  route /api   prefix '/api', rest '/x/y/'"),
                found.lines());
    }

    @Test
    void anAuxiliaryModuleIsNamed() {
        assertTrue(Trees.table("api/store.py=none")
                .explain("/api/store", "GET")
                .lines()
                .toString()
                .contains("has no entry point, so it is an auxiliary module"));
    }

    @Test
    void aSlipOfThePenIsFound() {
        assertTrue(explained("/api/Hello").contains("'Hello' differs from 'hello' by case"));
        assertTrue(explained("/api/helo").contains("'helo' is not 'hello'"));
        assertTrue(Trees.table("api/users/[id].py")
                .explain("/api/users", "GET")
                .lines()
                .toString()
                .contains("the path is too short for its /:id"));
    }

    @Test
    void aMissingMethodIsAnsweredByTheRuntime() {
        assertEquals(405, DOCUMENTED.explain("/api", "DELETE").verdict().status());
        assertEquals(
                "the handler has no do_DELETE; the answer says Allow: GET, HEAD, OPTIONS, POST",
                DOCUMENTED.explain("/api", "DELETE").reason());
        assertEquals(204, DOCUMENTED.explain("/api", "OPTIONS").verdict().status());
        assertEquals(
                "do_GET answers, and its body is left out",
                DOCUMENTED.explain("/api", "HEAD").reason());
    }

    @Test
    void aMalformedPathIsRefused() {
        assertEquals(
                "'%zz' holds a malformed percent escape",
                DOCUMENTED.explain("/api/%zz", "GET").reason());
        assertEquals(
                "'%ff' is no UTF-8 when decoded",
                DOCUMENTED.explain("/%ff", "GET").reason());
        assertEquals(
                "'%2e%2e' holds a '..' component",
                DOCUMENTED.explain("/a/%2e%2e", "GET").reason());
        assertEquals(
                List.of("GET /%2 -> 400 no function", "  '%2' holds a malformed percent escape"),
                DOCUMENTED.explain("/%2", "GET").lines());
    }

    @Test
    void machinesGetJson() throws IOException {
        JsonNode json = new ObjectMapper().readTree(RouteJson.explanation(DOCUMENTED.explain("/api/users/7", "GET")));
        assertEquals("api/users/[id].py", json.path("file").textValue());
        assertEquals("7", json.path("params").path("id").textValue());
        assertEquals("/api/*", json.path("candidates").get(0).path("pattern").textValue());
    }

    private static String explained(String path) {
        return DOCUMENTED.explain(path, "GET").lines().toString();
    }
}
