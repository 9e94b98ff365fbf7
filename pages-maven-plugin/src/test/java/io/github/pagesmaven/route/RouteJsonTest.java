package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteJsonTest {
    private static final RouteTable TABLE =
            Trees.table("index.py=wsgi", "api/[[default]].py", "api/users/[id].py", "api/hello.py", "api/fa.py=asgi");

    @Test
    void routesStandInThePlatformsOrder() throws IOException {
        assertEquals(
                List.of("/api/hello", "/api/fa", "/", "/api/users/:id", "/api/:default*"),
                config().path("routes").findValuesAsText("path"));
    }

    @Test
    void sourcePatternsAreExactForHandlersAndOpenForMounts() throws IOException {
        assertEquals(
                List.of("^/api/hello/?$", "^/api/fa(?:/.*)?$", "^/.*$", "^/api/users/([^/]+)/?$", "^/api(?:/(.*))?$"),
                config().path("routes").findValuesAsText("src"));
    }

    @Test
    void aRouteHasTheFieldsOfThePlatform() throws IOException {
        assertEquals(
                """
                {"src":"^/api(?:/(.*))?$","path":"/api/:default*","file":"api/[[default]].py",\
                "params":["default"],"isCatchAll":true,"method":["GET","POST"],"isFramework":false}""",
                config().path("routes").get(4).toString());
        assertEquals(
                """
                {"src":"^/api/fa(?:/.*)?$","path":"/api/fa","file":"api/fa.py","method":[],"isFramework":true}""",
                config().path("routes").get(1).toString());
    }

    @Test
    void functionsAreSortedByFile() throws IOException {
        assertEquals(
                List.of("api/[[default]].py", "api/fa.py", "api/hello.py", "api/users/[id].py", "index.py"),
                config().path("functions").findValuesAsText("file"));
        assertEquals(
                """
                {"file":"api/fa.py","pattern":"/api/fa","mode":"asgi","symbol":"app","framework":"flask",\
                "params":[],"methods":[],"line":3}""",
                config().path("functions").get(1).toString());
    }

    @Test
    void theReportAddsTheApplicationsOwnRoutes() throws IOException {
        JsonNode report = new ObjectMapper().readTree(RouteJson.report(TABLE));
        assertEquals(
                "[{\"method\":\"GET\",\"pattern\":\"/users\"},{\"method\":\"POST\",\"pattern\":\"/users\"}]",
                report.path("functions").get(1).path("routes").toString());
    }

    @Test
    void theSameTableGivesTheSameBytes() {
        RouteTable again = Trees.table(
                "api/fa.py=asgi", "api/hello.py", "api/users/[id].py", "api/[[default]].py", "index.py=wsgi");
        assertArrayEquals(RouteJson.config(TABLE), RouteJson.config(again));
    }

    private static JsonNode config() throws IOException {
        return new ObjectMapper().readTree(RouteJson.config(TABLE));
    }
}
