package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform's edge does, played by the front of one running server. */
class EdgeTest {
    @TempDir
    static Path folder;

    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        TestProject project = new TestProject(folder)
                .answering("api/hello.py", "b'function'")
                .answering("api/[[rest]].py", "self.path.encode()")
                .answering("both.py", "b'function'")
                .put("public/index.html", "<h1>home</h1>")
                .put("public/docs/index.html", "<h1>docs</h1>")
                .put("public/docs/a.css", "0123456789")
                .put("public/both", "static")
                .put("public/你 好.txt", "hello")
                .put("public/.env", "SECRET=1")
                .put("public/.git/config", "secret")
                .put("public/.well-known/x.txt", "known")
                .put("public/404.html", "<h1>none</h1>")
                .put("secret.txt", "outside")
                .put(
                        "edgeone.json",
                        """
                        {"redirects": [{"source": "/old/*", "destination": "/docs/:splat", "statusCode": 301},
                                       {"source": "/away", "destination": "https://example.org/x", "statusCode": 302}],
                         "rewrites": [{"source": "/styles/*", "destination": "/docs/:splat"}],
                         "headers": [{"source": "/docs/*", "headers": [{"key": "X-Docs", "value": "yes"}]},
                                     {"source": "/api/*", "headers": [{"key": "X-Api", "value": "yes"}]}]}
                        """);
        Files.createSymbolicLink(project.directory.resolve("public/link.txt"), project.directory.resolve("secret.txt"));
        Files.createSymbolicLink(project.directory.resolve("public/linked"), project.directory);
        running = Running.start(project);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, <h1>home</h1>",
        "/docs/, 200, <h1>docs</h1>",
        "/docs/a.css, 200, 0123456789",
        "/%E4%BD%A0%20%E5%A5%BD.txt, 200, hello",
        "/.well-known/x.txt, 200, known",
        "/api/hello, 200, function",
        "/api/x/y?z=1, 200, /api/x/y?z=1",
        "/both, 200, static",
        "/styles/a.css, 200, 0123456789",
        "/nothing, 404, <h1>none</h1>",
        "/cloud-functions/both.py, 404, <h1>none</h1>"
    })
    void answers(String path, int status, String body) throws Exception {
        HttpResponse<String> answer = running.get(path);
        assertEquals(status, answer.statusCode());
        assertEquals(body, answer.body().replace("\n", "").replaceAll("<script.*", ""));
    }

    @ParameterizedTest
    @CsvSource({"/old/a/b?c=d, 301, /docs/a/b?c=d", "/away, 302, https://example.org/x", "/docs, 302, /docs/"})
    void redirects(String path, int status, String location) throws Exception {
        HttpResponse<String> answer = running.get(path);
        assertEquals(status, answer.statusCode());
        assertEquals(location, answer.headers().firstValue("location").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/docs/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/docs/%2e%2e%2f%2e%2e%2fsecret.txt",
                "/..%5csecret.txt",
                "/..\\secret.txt",
                "/docs%00.css",
                "/%zz",
                "/%ff"
            })
    void aPathThatLeadsUpwardsOrIsMalformedIs400(String path) throws IOException {
        assertEquals(400, running.status(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.env",
                "/%2eenv",
                "/.git/config",
                "/link.txt",
                "/linked/secret.txt",
                "//etc/passwd",
                "/C:/Windows/win.ini",
                "/C%3A%5CWindows",
                "/c%3a/x",
                "/cloud-functions/both.py",
                "/target/pages/run/bundle/app.py",
                "/edgeone.json",
                "/%2fetc%2fpasswd",
                "/docs%2fa.css",
                "/docs%5ca.css"
            })
    void aPathThatIsNoPublishedFileIsNotFound(String path) throws IOException {
        assertEquals(404, running.status(path));
    }

    @Test
    void conditionsAndRangesOfStaticFiles() throws Exception {
        String tag = running.get("/docs/a.css").headers().firstValue("etag").orElse("");
        assertEquals(304, running.get("/docs/a.css", "If-None-Match", tag).statusCode());
        HttpResponse<String> part = running.get("/docs/a.css", "Range", "bytes=2-4");
        assertEquals(206, part.statusCode());
        assertEquals("234", part.body());
        assertEquals(416, running.get("/docs/a.css", "Range", "bytes=20-").statusCode());
        String page = running.get("/").headers().firstValue("etag").orElse("");
        assertEquals(304, running.get("/", "If-None-Match", page).statusCode());
    }

    @Test
    void headHasNoBodyAndTheLengthOfGet() throws Exception {
        HttpResponse<String> head = Running.CLIENT.send(
                running.request("/docs/a.css")
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertEquals("10", head.headers().firstValue("content-length").orElse(""));
        assertEquals("", head.body());
    }

    @Test
    void aStaticFileTakesNoPost() throws Exception {
        HttpResponse<String> answer = Running.CLIENT.send(
                running.request("/both").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("allow").orElse(""));
    }

    @Test
    void headersOfRulesAreSetOnFilesAndFunctions() throws Exception {
        assertEquals(
                "yes", running.get("/docs/a.css").headers().firstValue("x-docs").orElse(""));
        assertEquals(
                "yes", running.get("/api/hello").headers().firstValue("x-api").orElse(""));
        assertTrue(running.get("/").headers().firstValue("x-docs").isEmpty());
    }

    @Test
    void aPageReloadsItselfAndOtherFilesAreUntouched() throws Exception {
        assertTrue(running.get("/").body().endsWith("<script src=\"/__pages/reload.js\" defer></script>\n"));
        assertFalse(running.get("/docs/a.css").body().contains("script"));
    }

    @Test
    void theDashboardAnswersItsOwnHostOnly() throws Exception {
        assertEquals(200, running.get("/__pages").statusCode());
        assertEquals(200, running.get("/__pages/state").statusCode());
        assertEquals(404, running.get("/__pages/none").statusCode());
        assertEquals(403, dashboard("Host: evil.example", ""));
        assertEquals(403, dashboard("Host: localhost:1", "Origin: https://evil.example\r\n"));
        assertEquals(200, dashboard("Host: localhost:1", "Origin: http://localhost:1\r\n"));
        assertEquals(400, dashboard("Host: localhost\r\nHost: localhost", ""));
        assertEquals(403, upgrade("Origin: https://evil.example\r\n"));
    }

    private static int dashboard(String host, String more) throws IOException {
        return status("GET /__pages/state HTTP/1.1\r\n" + host + "\r\n" + more + "Connection: close\r\n\r\n");
    }

    private static int upgrade(String more) throws IOException {
        return status("GET /api/hello HTTP/1.1\r\nHost: localhost\r\n" + more
                + "Upgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    }

    private static int status(String request) throws IOException {
        return Integer.parseInt(running.raw(request).substring(9, 12));
    }
}
