package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.run.worker.ReloadMode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front-end dev server that pages:run starts: a stand-in for Vite, which echoes what its WebSocket hears. */
class FrontendTest {
    private static final String SERVER =
            """
            import base64, hashlib, http.server, os, sys

            class Server(http.server.BaseHTTPRequestHandler):
                protocol_version = "HTTP/1.1"
                def log_message(self, *_):
                    pass
                def do_GET(self):
                    if self.headers.get("Upgrade") == "websocket":
                        return self.echo()
                    body = b"%d %s" % (os.getpid(), self.path.encode())
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def echo(self):
                    key = self.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
                    self.send_response(101)
                    self.send_header("Upgrade", "websocket")
                    self.send_header("Connection", "Upgrade")
                    self.send_header("Sec-WebSocket-Protocol", self.headers["Sec-WebSocket-Protocol"])
                    self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
                    self.end_headers()
                    while not self.echo_frame():
                        pass
                    self.rfile.read(1)
                def echo_frame(self):
                    first, second = self.rfile.read(2)
                    length = second & 127
                    size = {126: 2, 127: 8}.get(length, 0)
                    extended = self.rfile.read(size)
                    length = int.from_bytes(extended, "big") if size else length
                    mask = self.rfile.read(4)
                    data = self.rfile.read(length)
                    plain = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
                    self.wfile.write(bytes([first, second & 127]) + extended + plain)
                    return first & 128

            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
            print("  \\x1b[32m->\\x1b[0m  Local:   http://localhost:\\x1b[1m%d\\x1b[22m/" % server.server_port, flush=True)
            server.serve_forever()
            """;

    @TempDir
    Path folder;

    private Running start(String command) throws Exception {
        TestProject project = new TestProject(folder)
                .answering("api/hello.py", "b'function'")
                .put("public/static.txt", "static")
                .put("dev server.py", SERVER);
        RunSettings settings = Running.settings(ReloadMode.AUTO, command);
        return Running.start(project, settings);
    }

    @Test
    void itAnswersWhatNoFunctionDoesAndEndsWithTheServer() throws Exception {
        ProcessHandle process;
        try (Running running = start("python3 'dev server.py'")) {
            assertEquals("function", running.get("/api/hello").body());
            String[] answer = running.get("/src/main.js?t=1").body().split(" ", -1);
            assertEquals("/src/main.js?t=1", answer[1]);
            process = ProcessHandle.of(Long.parseLong(answer[0])).orElseThrow();
            assertTrue(process.isAlive());
            assertTrue(running.heard.lines.stream()
                    .anyMatch(line -> line.startsWith("printed frontend |   ->  Local:   http://localhost:")));
        }
        Running.waitUntil("it has ended", () -> !process.isAlive());
    }

    @Test
    void itsWebSocketForHotReloadPassesWithItsProtocol() throws Exception {
        try (Running running = start("python3 'dev server.py'")) {
            String text = "x".repeat(200_000);
            Echo echo = new Echo();
            WebSocket socket = Running.CLIENT
                    .newWebSocketBuilder()
                    .subprotocols("vite-hmr")
                    .buildAsync(URI.create("ws://localhost:" + running.server.port() + "/?token=1"), echo)
                    .get(20, TimeUnit.SECONDS);
            assertEquals("vite-hmr", socket.getSubprotocol());
            assertEquals(socket, socket.sendText(text, true).get(20, TimeUnit.SECONDS));
            assertEquals(text, echo.heard.get(20, TimeUnit.SECONDS));
            socket.abort();
        }
    }

    @Test
    void oneThatCannotBeStartedIsToldAndTheFunctionsAnswer() throws Exception {
        try (Running running = start("no-such-program dev")) {
            assertEquals("function", running.get("/api/hello").body());
            HttpResponse<String> answer = running.get("/");
            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("The front-end server does not answer"), answer.body());
            Running.waitUntil(
                    "why is told",
                    () -> running.heard.lines.contains("printed frontend | no-such-program: no such program"));
        }
    }

    private static final class Echo implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<String> heard = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.complete(text.toString());
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
