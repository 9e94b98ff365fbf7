package io.github.pagesmaven.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.platform.HeaderRule.Header;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeoneJsonTest {
    @TempDir
    Path project;

    @Test
    void withoutTheFileNothingIsSet() {
        assertEquals(EdgeoneJson.NONE, EdgeoneJson.read(project));
    }

    @Test
    void allThatConcernsAPythonProjectIsRead() throws IOException {
        EdgeoneJson json = read(
                """
                {
                  // the platform reads JSON5
                  "$schema": "x", "buildCommand": "npm run build",
                  "outputDirectory": "dist",
                  "redirects": [{"source": "/old/*", "destination": "https://example.org/:splat", "statusCode": 308}],
                  "rewrites": [{"src": "/assets/:name", "dest": "/static/:name"}],
                  "headers": [{"source": "/*", "headers": [{"key": "X-A", "value": "1, 2"}]}],
                  "caches": [{"source": "/img/*", "cacheTtl": 0}],
                  "trailingSlash": false,
                  "cloudFunctions": {"python": {"maxDuration": 30}},
                }
                """);
        assertEquals(List.of(), json.problems());
        assertEquals(Optional.of("dist"), json.outputDirectory());
        assertEquals(
                List.of(new Redirect(0, new RulePattern("/old/*"), "https://example.org/:splat", 308)),
                json.redirects());
        assertEquals(List.of(new Rewrite(0, new RulePattern("/assets/:name"), "/static/:name")), json.rewrites());
        assertEquals(
                List.of(new HeaderRule(0, new RulePattern("/*"), List.of(new Header("X-A", "1, 2")))), json.headers());
        assertEquals(Optional.of(false), json.trailingSlash());
        assertEquals(Optional.of(30), json.maxDuration());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"outputDirectory\": 5} | edgeone.json outputDirectory",
                "{\"outputDirectory\": \"a\\u0000b\"} | edgeone.json outputDirectory",
                "{\"redirects\": {}} | edgeone.json redirects",
                "{\"redirects\": [5]} | edgeone.json redirects[0]",
                "{\"redirects\": [{\"source\": \"/a\", \"destination\": \"/b\"}]} | edgeone.json redirects[0].statusCode",
                "{\"redirects\": [{\"source\": \"/a\", \"destination\": \"/b\", \"statusCode\": 200}]} | edgeone.json redirects[0].statusCode",
                "{\"redirects\": [{\"source\": \"/*\", \"destination\": \"/b/*\", \"statusCode\": 301}]} | edgeone.json redirects[0].destination",
                "{\"redirects\": [{\"source\": \"/*/*\", \"destination\": \"/b\", \"statusCode\": 301}]} | edgeone.json redirects[0].source",
                "{\"redirects\": [{\"source\": \"/a<b\", \"destination\": \"/b\", \"statusCode\": 301}]} | edgeone.json redirects[0].source",
                "{\"rewrites\": [{\"source\": \"/:\", \"destination\": \"/b\"}]} | edgeone.json rewrites[0].source",
                "{\"headers\": [{\"source\": \"/*\", \"headers\": []}]} | edgeone.json headers[0].headers",
                "{\"headers\": [{\"source\": \"/*\", \"headers\": [{\"key\": \"a b\", \"value\": \"c\"}]}]} | edgeone.json headers[0].headers[0].key",
                "{\"headers\": [{\"source\": \"/*\", \"headers\": [{\"key\": \"a\", \"value\": \"b\\r\\nc\"}]}]} | edgeone.json headers[0].headers[0].value",
                "{\"headers\": [{\"source\": \"/*\", \"headers\": [{\"key\": \"a\", \"value\": \"你\"}]}]} | edgeone.json headers[0].headers[0].value",
                "{\"caches\": [{\"source\": \"/*\", \"cacheTtl\": -1}]} | edgeone.json caches[0].cacheTtl",
                "{\"trailingSlash\": \"yes\"} | edgeone.json trailingSlash",
                "{\"cloudFunctions\": {\"python\": {\"maxDuration\": 9}}} | edgeone.json cloudFunctions.python.maxDuration",
                "{\"cloudFunctions\": {\"python\": {\"maxDuration\": 121}}} | edgeone.json cloudFunctions.python.maxDuration",
                "{\"cloudFunctions\": {\"nodejs\": {\"maxDuration\": \"30\"}}} | edgeone.json cloudFunctions.nodejs.maxDuration",
                "[] | edgeone.json",
                "{\"a\": } | edgeone.json:1:7",
                "{\"redirect\": []} | edgeone.json redirect"
            })
    void eachMistakeIsToldWithItsPathAndLeftOut(String text, String where) throws IOException {
        EdgeoneJson json = read(text);
        assertEquals(
                List.of(where), json.problems().stream().map(Problem::where).toList());
        assertEquals("PAGES-022", json.problems().get(0).code().id());
        assertEquals(List.of(), json.redirects());
        assertEquals(List.of(), json.headers());
        assertEquals(Optional.empty(), json.maxDuration());
    }

    @Test
    void whatIsNoJsonIsToldWithoutTheInnardsOfItsReader() throws IOException {
        assertEquals(
                "is no JSON: Unexpected end-of-input: expected close marker for Object (begins at 1:16)",
                read("{\"redirects\": [{").problems().get(0).what());
    }

    @Test
    void aHundredRulesOf500CharactersAreTakenAndNoMore() throws IOException {
        assertEquals(List.of(), read(rewrites(100, 500)).problems());
        EdgeoneJson tooMany = read(rewrites(101, 10));
        assertEquals(100, tooMany.rewrites().size());
        assertEquals(
                "PAGES-022 edgeone.json rewrites  holds 101 rules, the platform takes 100\n"
                        + "  fix: join rules with :name or *",
                tooMany.problems().get(0).text());
        assertEquals(
                "edgeone.json rewrites[0].source",
                read(rewrites(1, 501)).problems().get(0).where());
    }

    @Test
    void anUnknownKeyIsNoMistakeUnlessItIsASlip() throws IOException {
        assertEquals(List.of(), read("{\"somethingNew\": 1}").problems());
        Problem slip = read("{\"rewrite\": []}").problems().get(0);
        assertFalse(slip.isError());
        assertEquals("write rewrites instead", slip.fix());
    }

    @Test
    void bytesThatAreNoTextAreToldOnce() throws IOException {
        Files.write(project.resolve("edgeone.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertEquals(1, EdgeoneJson.read(project).problems().size());
        assertTrue(EdgeoneJson.read(project).problems().get(0).isError());
    }

    private static String rewrites(int count, int length) {
        String source = "/" + "a".repeat(length - 1);
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"source\": \"" + source + "\", \"destination\": \"/b\"}")
                .collect(Collectors.joining(",", "{\"rewrites\": [", "]}"));
    }

    private EdgeoneJson read(String text) throws IOException {
        Files.writeString(project.resolve("edgeone.json"), text);
        return EdgeoneJson.read(project);
    }
}
