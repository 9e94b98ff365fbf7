package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server with real workers and a real client; what a developer does between two requests. */
class DevServerTest {
    @TempDir
    Path folder;

    private final RecordingListener heard = new RecordingListener();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Optional<DevServer> server = Optional.empty();

    @AfterEach
    void close() {
        server.ifPresent(DevServer::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReloadMode.class,
            names = {"FORK", "SPARE", "RESTART"})
    void aRequestAfterASaveSeesTheSave(ReloadMode mode) throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'one'");
        start(project, settings(mode, WatchMode.REQUEST));
        assertEquals("one", get("/hello").body());
        for (int save = 0; save < 5; save++) {
            project.answering("hello.py", "b'save " + save + "'");
            assertEquals("save " + save, get("/hello").body());
        }
        assertEquals(
                0,
                heard.lines.stream().filter(line -> line.startsWith("printed")).count());
    }

    private void start(TestProject project, RunSettings settings) throws Exception {
        DevServer made = new DevServer(project.project(), settings, project, heard);
        server = Optional.of(made);
        made.start();
    }

    static RunSettings settings(ReloadMode reload, WatchMode watch) {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                Optional.of(0),
                usual.host(),
                usual.log(),
                false,
                usual.limits(),
                reload,
                watch,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                false);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create(server.orElseThrow().url() + path.substring(1));
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
