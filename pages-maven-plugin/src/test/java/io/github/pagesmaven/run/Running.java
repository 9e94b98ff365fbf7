package io.github.pagesmaven.run;

import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A server that runs, with a client beside it. */
final class Running implements AutoCloseable {
    static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    final RecordingListener heard = new RecordingListener();
    final DevServer server;

    private Running(TestProject project, RunSettings settings) throws InterruptedException {
        server = new DevServer(project.project(), settings, project, heard);
        server.start();
    }

    static Running start(TestProject project) throws InterruptedException {
        return start(project, settings(ReloadMode.AUTO, WatchMode.AUTO));
    }

    static Running start(TestProject project, RunSettings settings) throws InterruptedException {
        return new Running(project, settings);
    }

    static RunSettings settings(ReloadMode reload, WatchMode watch) {
        return settings(reload, watch, LimitMode.WARN);
    }

    /** With the command of a front-end server. */
    static RunSettings settings(ReloadMode reload, String frontend) {
        TestSettings settings = new TestSettings();
        settings.reload = reload;
        settings.frontend = Optional.of(frontend);
        return settings.build();
    }

    static RunSettings settings(ReloadMode reload, WatchMode watch, LimitMode limits) {
        TestSettings settings = new TestSettings();
        settings.reload = reload;
        settings.watch = watch;
        settings.limits = limits;
        return settings.build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends bytes as they are and returns all that comes back until the connection closes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** The status of a path that no client library would send. */
    int status(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }

    static void waitUntil(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 15 s in vain: " + what);
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
