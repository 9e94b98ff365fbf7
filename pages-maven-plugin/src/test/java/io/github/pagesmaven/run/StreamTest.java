package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are long, or never end. */
class StreamTest {
    private static final int MEGABYTES = 100;
    private static final String FUNCTION =
            """
            import time
            from http.server import BaseHTTPRequestHandler
            class handler(BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.send_header("Content-Type", "text/event-stream" if "sse" in self.path else "text/plain")
                    self.end_headers()
                    if "sse" in self.path:
                        for number in range(600):
                            self.wfile.write(b"data: %%d %s\\n\\n" %% number)
                            self.wfile.flush()
                            time.sleep(0.1)
                    else:
                        for number in range(100):
                            self.wfile.write(b"x" * 1048576)
                def do_POST(self):
                    left = length = int(self.headers["Content-Length"])
                    while left > 0:
                        left -= len(self.rfile.read(min(left, 65536)))
                    body = b"%%d" %% length
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
            """;

    @TempDir
    Path folder;

    @Test
    void aHundredMegabytesPassBothWays() throws Exception {
        TestProject project = new TestProject(folder).writing("big.py", FUNCTION.formatted("one"));
        try (Running running = Running.start(project)) {
            InputStream down = Running.CLIENT
                    .send(running.request("/big").build(), BodyHandlers.ofInputStream())
                    .body();
            assertEquals(MEGABYTES * 1048576L, down.transferTo(OutputStream.nullOutputStream()));
            assertEquals(
                    String.valueOf(MEGABYTES * 1048576L),
                    post(running, MEGABYTES * 1048576).body());
            Running.waitUntil("the limit is told", () -> running.heard.requests.stream()
                    .anyMatch(request -> !request.notes().isEmpty()));
        }
    }

    @Test
    void enforcedTheBodyLimitAnswers413() throws Exception {
        TestProject project = new TestProject(folder).writing("big.py", FUNCTION.formatted("one"));
        RunSettings settings = Running.settings(ReloadMode.AUTO, WatchMode.REQUEST, LimitMode.ENFORCE);
        try (Running running = Running.start(project, settings)) {
            assertEquals(200, post(running, 6 * 1048576).statusCode());
            String head = "POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6291457\r\n\r\n";
            assertTrue(running.raw(head).startsWith("HTTP/1.1 413 "));
        }
    }

    @Test
    void anOpenStreamOfEventsDoesNotHoldAReloadAndEnds() throws Exception {
        TestProject project = new TestProject(folder).writing("big.py", FUNCTION.formatted("one"));
        try (Running running = Running.start(project)) {
            HttpResponse<InputStream> response =
                    Running.CLIENT.send(running.request("/big?sse").build(), BodyHandlers.ofInputStream());
            try (BufferedReader events =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertEquals("data: 0 one", events.readLine());
                project.writing("big.py", FUNCTION.formatted("two"));
                assertEquals("data: 0 two", first(running));
                assertTrue(ends(events));
            }
        }
    }

    private static String first(Running running) throws Exception {
        HttpResponse<InputStream> response =
                Running.CLIENT.send(running.request("/big?sse").build(), BodyHandlers.ofInputStream());
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            return String.valueOf(events.readLine());
        }
    }

    /** Whether a stream ends, by a proper end or a broken connection, before all of its minute has passed. */
    private static boolean ends(BufferedReader events) {
        int lines = 0;
        try {
            while (events.readLine() != null) {
                lines++;
            }
        } catch (java.io.IOException cut) {
            return lines < 1000;
        }
        return lines < 1000;
    }

    private static HttpResponse<String> post(Running running, int bytes) throws Exception {
        return Running.CLIENT.send(
                running.request("/big")
                        .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                        .build(),
                BodyHandlers.ofString());
    }
}
