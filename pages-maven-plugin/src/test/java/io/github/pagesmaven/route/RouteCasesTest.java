package io.github.pagesmaven.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table that the Python tests of the runtime's router read as well. */
class RouteCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> theTreeIsTheOneThatPythonWalks() throws IOException {
        return cases().map(item -> DynamicTest.dynamicTest(item.path("case").textValue(), () -> {
            JsonNode written = JSON.readTree(RouteJson.config(table(item)));
            assertEquals(item.path("tree"), written.path("tree"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> javaAnswersAsPythonDoes() throws IOException {
        return cases().map(item -> DynamicTest.dynamicTest(item.path("case").textValue(), () -> {
            RouteTable table = table(item);
            for (JsonNode answer : item.path("answers")) {
                Explanation found = table.explain(answer.get(0).textValue(), "GET");
                assertEquals(answer.toString(), answer(answer.get(0).textValue(), found));
            }
        }));
    }

    /** The gateway must send every path that a function answers to this server. */
    @TestFactory
    Stream<DynamicTest> theSourcePatternMatchesWhatItsFunctionAnswers() throws IOException {
        return cases().map(item -> DynamicTest.dynamicTest(item.path("case").textValue(), () -> {
            RouteTable table = table(item);
            for (JsonNode answer : item.path("answers")) {
                String path = answer.get(0).textValue();
                Optional<Route> route = table.explain(path, "GET").route();
                boolean matched = table.routes().stream().anyMatch(other -> matches(other, path));
                if (route.isPresent() && isNormal(path)) {
                    assertTrue(matches(route.get(), path), path + " " + SrcPattern.of(route.get()));
                } else if (answer.get(1).asInt() == 404 && !path.contains("//")) {
                    assertFalse(matched, path);
                }
            }
        }));
    }

    private static boolean matches(Route route, String path) {
        return Pattern.compile(SrcPattern.of(route)).matcher(path).find();
    }

    /** A path that no client or proxy would write otherwise. */
    private static boolean isNormal(String path) {
        Matcher needless = Pattern.compile("%(2[0-9A-F]|6[0-9A-F])", Pattern.CASE_INSENSITIVE)
                .matcher(path);
        return path.startsWith("/") && (!needless.find() || path.equals("/a%20b"));
    }

    private static String answer(String path, Explanation found) throws IOException {
        if (found.route().isEmpty()) {
            return JSON.writeValueAsString(List.of(path, found.verdict().status()));
        }
        String file = found.route().get().file().path();
        return JSON.writeValueAsString(List.of(path, file, found.params(), found.prefix()));
    }

    private static RouteTable table(JsonNode item) {
        return RouteTable.of(
                Trees.of(JSON.convertValue(item.path("functions"), new TypeReference<Map<String, String>>() {})));
    }

    private static Stream<JsonNode> cases() throws IOException {
        JsonNode all = new YAMLMapper()
                .readTree(Path.of("src/test/resources/cases/routes.yaml").toFile());
        return StreamSupport.stream(all.spliterator(), false);
    }
}
