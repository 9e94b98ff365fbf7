package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code of the user that does what it may not: the server behind it is not confused. */
class UserCodeTest {
    private static final String WILD =
            """
            import os, subprocess, sys, threading, time
            print('{"event": "ready", "generation": 1, "port": 1}', flush=True)
            print('{"event": "exited", "generation": 1, "code": 0}', file=sys.stderr, flush=True)
            read = sys.stdin.read()
            os.closerange(3, 5)
            try:
                os.write(1, b"written\\n")
            finally:
                os.close(1)
            threading.Thread(target=time.sleep, args=(600,)).start()
            child = subprocess.Popen(["sleep", "600"])
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ReloadMode.class,
            names = {"FORK", "SPARE"})
    void itPrintsReadsInputClosesDescriptorsAndStartsThreadsAndChildren(ReloadMode mode) throws Exception {
        TestProject project =
                new TestProject(folder).writing("wild.py", WILD + TestProject.HANDLER.formatted("repr(read).encode()"));
        try (Running running = Running.start(project, Running.settings(mode, WatchMode.REQUEST))) {
            assertEquals("''", running.get("/wild").body());
            project.writing("wild.py", WILD + TestProject.HANDLER.formatted("b'second'"));
            assertEquals("second", running.get("/wild").body());
            Running.waitUntil("what it printed is told", () -> running.heard.lines.contains("printed written"));
            assertTrue(running.heard.lines.stream().anyMatch(line -> line.startsWith("printed {\"event\"")));
            assertTrue(running.heard.lines.stream().noneMatch(line -> line.startsWith("printed Pages request")));
        }
    }

    @ParameterizedTest
    @EnumSource(ReloadMode.class)
    void aWorkerWhoseDescriptorsAreAllClosedIsReplaced(ReloadMode mode) throws Exception {
        TestProject project = new TestProject(folder)
                .answering("close.py", "__import__('os').closerange(0, 256)")
                .answering("hello.py", "b'alive'");
        try (Running running = Running.start(project, Running.settings(mode, WatchMode.REQUEST))) {
            assertEquals(502, running.get("/close").statusCode());
            assertEquals("alive", running.get("/hello").body());
            // One that meets its lost descriptors first ends by itself.
            assertTrue(
                    running.heard.lines.stream()
                            .anyMatch(line -> line.matches(".*worker \\d+ (no longer listened|ended|was killed).*")),
                    running.heard.lines.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(ReloadMode.class)
    void aReloadEndsChildrenInSessionsOfTheirOwn(ReloadMode mode) throws Exception {
        String child = "import subprocess\nchild = subprocess.Popen(['sleep', '600'], start_new_session=True)\n";
        TestProject project =
                new TestProject(folder).writing("child.py", child + TestProject.HANDLER.formatted("b'%d' % child.pid"));
        try (Running running = Running.start(project, Running.settings(mode, WatchMode.REQUEST))) {
            long pid = Long.parseLong(running.get("/child").body());
            assertTrue(ProcessHandle.of(pid).isPresent());
            project.answering("child.py", "b'second'");
            assertEquals("second", running.get("/child").body());
            Running.waitUntil(
                    "the child has ended",
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }

    @Test
    void aLibraryWithThreadsIsNotForked() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'one'");
        project.put(
                "target/pages/run/packages/threaded.py",
                "import threading, time\nthreading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n");
        project.with(project.directory.resolve("target/pages/run/packages"), "threaded");
        try (Running running = Running.start(project, Running.settings(ReloadMode.FORK, WatchMode.REQUEST))) {
            assertEquals("one", running.get("/hello").body());
            project.answering("hello.py", "b'two'");
            assertEquals("two", running.get("/hello").body());
            assertTrue(running.heard.lines.stream().anyMatch(line -> line.endsWith("does not fork")));
        }
    }
}
