package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import io.github.pagesmaven.stage.RuntimeFiles;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a developer does between two requests, with real workers and a real client. */
class DevServerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ReloadMode.class,
            names = {"FORK", "SPARE", "RESTART"})
    void aRequestAfterASaveSeesTheSave(ReloadMode mode) throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'one'");
        try (Running running = Running.start(project, Running.settings(mode, WatchMode.REQUEST))) {
            assertEquals("one", running.get("/hello").body());
            for (int save = 0; save < 3; save++) {
                project.answering("hello.py", "b'save " + save + "'");
                assertEquals("save " + save, running.get("/hello").body());
            }
        }
    }

    @Test
    void aFunctionIsToldTheHostThatTheClientAskedWithItsPort() throws Exception {
        String hosts = "(self.headers['Host'] + ' ' + self.headers['X-Forwarded-Host']).encode()";
        TestProject project = new TestProject(folder).answering("hello.py", hosts);
        try (Running running = Running.start(project)) {
            List<String> told = List.of(running.get("/hello", "X-Forwarded-Host", "elsewhere")
                    .body()
                    .split(" "));
            assertTrue(told.get(0).endsWith(":" + running.server.port()), told.get(0));
            assertEquals(told.get(0), told.get(1));
        }
    }

    @Test
    void aRequestWhoseWorkerDiesIsAnsweredByItsSuccessor() throws Exception {
        Path died = folder.resolve("died");
        String once =
                "(b'answered' if os.path.exists(r'%1$s') else (open(r'%1$s', 'w').close(), os.kill(os.getpid(), 9)))";
        TestProject project = new TestProject(folder);
        project.writing("hello.py", "import os\n" + TestProject.HANDLER.formatted(once.formatted(died)));
        try (Running running = Running.start(project)) {
            for (int death = 0; death < 3; death++) {
                assertEquals("answered", running.get("/hello").body());
                Files.delete(died);
            }
        }
    }

    @Test
    void twoSavesOfTheSameSizeInOneSecondAreBothServed() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "helper.VALUE");
        project.writing("hello.py", "import helper\n" + TestProject.HANDLER.formatted("helper.VALUE"));
        project.writing("helper.py", "# module\nVALUE = b'000'\n");
        try (Running running = Running.start(project)) {
            Path helper = project.functions().resolve("helper.py");
            FileTime time = Files.getLastModifiedTime(helper);
            for (int save = 100; save < 106; save++) {
                project.writing("helper.py", "# module\nVALUE = b'" + save + "'\n");
                assertEquals(String.valueOf(save), running.get("/hello").body());
            }
            assertTrue(Files.getLastModifiedTime(helper).compareTo(time) > 0);
        }
        assertTrue(Files.notExists(project.functions().resolve("__pycache__")));
    }

    @Test
    void aBrokenFileAnswers500WithItsLineAndTheOthersLiveOn() throws Exception {
        TestProject project =
                new TestProject(folder).answering("good.py", "b'good'").answering("bad.py", "b'fine'");
        try (Running running = Running.start(project)) {
            assertEquals("fine", running.get("/bad").body());
            project.writing("bad.py", TestProject.HANDLER.formatted("(b'<x>'"));
            HttpResponse<String> json = running.get("/bad");
            assertEquals(500, json.statusCode());
            JsonNode facts = new ObjectMapper().readTree(json.body());
            assertTrue(facts.path("where").asText().startsWith("bad.py:4:"), json.body());
            assertTrue(facts.path("error").asText().startsWith("SyntaxError: "), json.body());
            HttpResponse<String> page = running.get("/bad", "Accept", "text/html,*/*");
            assertEquals(
                    "text/html; charset=utf-8",
                    page.headers().firstValue("content-type").orElse(""));
            assertTrue(page.body().contains("body = (b&#x27;&lt;x&gt;&#x27;"), page.body());
            assertTrue(page.body().contains("/__pages/reload.js"));
            assertTrue(page.body().contains("<pre class=\"source\" tabindex=\"0\">"), "keys scroll it too");
            assertEquals("good", running.get("/good").body());
            assertEquals(1, running.heard.broken.size());
            project.answering("bad.py", "b'mended'");
            assertEquals("mended", running.get("/bad").body());
        }
    }

    @Test
    void anExceptionOfARequestShowsItsLine() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "{}['missing']");
        try (Running running = Running.start(project)) {
            HttpResponse<String> answer = running.get("/hello");
            assertEquals(500, answer.statusCode());
            assertTrue(answer.body().contains("KeyError"), answer.body());
            assertTrue(answer.body().contains("hello.py:4"), answer.body());
        }
    }

    @Test
    void aRequestInFlightEndsOnTheOldWorkerAndTheNextIsAnsweredByTheNewOne() throws Exception {
        Path seen = folder.resolve("seen");
        String slow = "(open('" + seen + "', 'w').close(), __import__('time').sleep(1.0), b'old')[2]";
        TestProject project = new TestProject(folder).answering("slow.py", slow);
        try (Running running = Running.start(project)) {
            CompletableFuture<String> old = CompletableFuture.supplyAsync(() -> body(running, "/slow"));
            Running.waitUntil("the old worker has begun", () -> Files.exists(seen));
            project.answering("slow.py", "b'new'");
            assertEquals("new", running.get("/slow").body());
            assertEquals("old", old.get());
        }
    }

    @Test
    void routesComeAndGoWithTheirFiles() throws Exception {
        TestProject project = new TestProject(folder).answering("a.py", "b'a'");
        try (Running running = Running.start(project)) {
            assertEquals(404, running.get("/b").statusCode());
            project.answering("b.py", "b'b'");
            assertEquals("b", running.get("/b").body());
            Files.delete(project.functions().resolve("b.py"));
            assertEquals(404, running.get("/b").statusCode());
        }
    }

    @Test
    void changedVariablesAndRulesAreUsedByTheNextRequest() throws Exception {
        TestProject project = new TestProject(folder)
                .answering("env.py", "__import__('os').environ.get('SHOP_KEY', 'none').encode()");
        project.put(".env", "SHOP_KEY='a b' # secret\n");
        try (Running running = Running.start(project)) {
            assertEquals("a b", running.get("/env").body());
            project.put(".env.local", "export SHOP_KEY=local\n");
            assertEquals("local", running.get("/env").body());
            project.put(
                    "edgeone.json",
                    "{\"redirects\": [{\"source\": \"/old/:x\", \"destination\": \"/new/:x\", \"statusCode\": 308}]}");
            HttpResponse<String> moved = running.get("/env");
            assertEquals(200, moved.statusCode());
            assertEquals(
                    "/new/1?q=2",
                    running.get("/old/1?q=2").headers().firstValue("location").orElse(""));
            assertTrue(running.heard.lines.stream().noneMatch(line -> line.contains("local\n")));
        }
    }

    @Test
    void aWorkerThatDiesIsReplacedAndTheRequestIsToldWhy() throws Exception {
        TestProject project = new TestProject(folder)
                .answering("die.py", "__import__('os').kill(__import__('os').getpid(), 11)")
                .answering("hello.py", "b'alive'");
        try (Running running = Running.start(project)) {
            HttpResponse<String> died = running.get("/die");
            assertEquals(502, died.statusCode());
            assertEquals("alive", running.get("/hello").body());
            assertTrue(
                    running.heard.lines.stream().anyMatch(line -> line.contains("was killed by SIGSEGV")),
                    running.heard.lines.toString());
        }
    }

    @Test
    void whatIsNotInstalledIsToldByItsProblemAndNotByAWorkerThatCannotStart() throws Exception {
        Problem reason = Problem.error(Code.UNRESOLVABLE, "", "nothing was resolved", "build once without -o");
        TestProject project =
                new TestProject(folder).answering("hello.py", "b'x'").lackingItsServer(reason);
        try (Running running = Running.start(project)) {
            HttpResponse<String> answer = running.get("/hello");
            assertEquals(500, answer.statusCode());
            assertTrue(answer.body().contains(reason.lines().get(0)), answer.body());
            assertTrue(answer.body().contains("build once without -o"), answer.body());
        }
    }

    @Test
    void aProjectThatHasLostItsLastFunctionSaysSo() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'x'");
        try (Running running = Running.start(project)) {
            assertEquals("x", running.get("/hello").body());
            Files.delete(project.functions().resolve("hello.py"));
            assertEquals(404, running.get("/hello").statusCode());
            Running.waitUntil("the reload is told", () -> !running.heard.reloads.isEmpty());
            assertEquals("no functions", running.heard.reloads.get(0).outcome());
        }
    }

    @Test
    void packagesThatAreInstalledAnewReachTheProcessThatWasStartedAhead() throws Exception {
        Path packages = folder.resolve("target/pages/run/packages");
        TestProject project = new TestProject(folder)
                .with(packages, "lib")
                .writing("hello.py", "import lib\n" + TestProject.HANDLER.formatted("lib.VALUE"));
        for (int run = 0; run < 2; run++) {
            project.missing("lib");
            try (Running running = Running.start(project)) {
                assertEquals("installed", running.get("/hello").body());
            }
            Files.move(packages, folder.resolve("packages of run " + run));
        }
    }

    @Test
    void whatTheEndInterruptsIsNoProblem() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'x'");
        Running running = Running.start(project);
        try (running) {
            project.loadUntilInterrupted(Problem.error(Code.NOT_WRITABLE, "", "interrupted", "free space"));
            project.answering("hello.py", "b'y'");
            assertTrue(project.loading.await(10, TimeUnit.SECONDS), "nothing was loaded");
        }
        Running.waitUntil("the reload has ended", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("pages-reload")));
        assertEquals(List.of(), running.heard.problems);
    }

    @Test
    void theServerThatRunsIsTheOneThatIsDeployed() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'x'");
        try (Running running = Running.start(project)) {
            assertEquals("x", running.get("/hello").body());
            Path bundle = project.directory.resolve("target/pages/run/bundle");
            for (var file : RuntimeFiles.read(List.of("pages_runtime/")).entrySet()) {
                assertArrayEquals(file.getValue(), Files.readAllBytes(bundle.resolve(file.getKey())), file.getKey());
            }
        }
    }

    @Test
    void aModuleThatEndsTheProcessWhileItIsImportedStopsNothingElse() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'alive'");
        project.writing("exit.py", "import sys\nsys.exit(3)\n");
        try (Running running = Running.start(project)) {
            assertEquals(500, running.get("/exit").statusCode());
            assertEquals("alive", running.get("/hello").body());
        }
    }

    private static String body(Running running, String path) {
        try {
            return running.get(path).body();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
