package io.github.pagesmaven.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the process that serves ends: nothing that it has started is left. */
@DisabledOnOs(OS.WINDOWS)
class OrphanTest {
    /** Writes its own number, and those of a child, of its child, and of one in a session of its own. */
    private static final String PARENT =
            """
            import os, subprocess
            child = subprocess.Popen(["sh", "-c", "sleep 300 & echo $!; wait"], stdout=subprocess.PIPE)
            apart = subprocess.Popen(["sleep", "300"], start_new_session=True)
            text = "%d %d %s %d" % (os.getpid(), child.pid, child.stdout.readline().decode().strip(), apart.pid)
            """;

    /** Stands for a front-end server: it runs for ever. */
    private static final String FRONTEND = "tail";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"FORK, KILL", "FORK, TERM", "FORK, HUP", "SPARE, KILL", "SPARE, TERM", "FORK, INTERRUPT"})
    void nothingIsLeft(String mode, String signal) throws Exception {
        assumeFalse(signal.equals("HUP") && isHangupIgnored(), "this process was started with nohup");
        TestProject project =
                new TestProject(folder).writing("pids.py", PARENT + TestProject.HANDLER.formatted("text.encode()"));
        Process server = start(project, mode, FRONTEND + " -f " + project.directory.resolve("cloud-functions/pids.py"));
        try {
            int port = port(server);
            Running.waitUntil("the front-end runs", () -> server.descendants().anyMatch(OrphanTest::isFrontend));
            List<ProcessHandle> processes = processes(server, port);
            assertTrue(processes.size() >= 6, processes.toString());
            end(server, signal);
            Running.waitUntil("all have ended", () -> processes.stream().noneMatch(OrphanTest::isAlive));
        } finally {
            server.destroyForcibly();
        }
    }

    /** Who starts a program with nohup wants it to go on when the terminal is closed; a JVM does then. */
    private static boolean isHangupIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Character.digit(line.charAt(line.length() - 1), 16) & 1) == 1);
    }

    private static void end(Process server, String signal) throws Exception {
        if (signal.equals("INTERRUPT")) {
            server.getOutputStream().write('\n');
            server.getOutputStream().flush();
            return;
        }
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(server.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    @Test
    void whoKillsTheSupervisorAloneLeavesNothingEither() throws Exception {
        TestProject project =
                new TestProject(folder).writing("pids.py", PARENT + TestProject.HANDLER.formatted("text.encode()"));
        Process server = start(project, "FORK");
        try {
            List<ProcessHandle> processes = processes(server, port(server));
            ProcessHandle supervisor = server.children().findFirst().orElseThrow();
            List<ProcessHandle> below = processes.stream()
                    .filter(process -> process.pid() != server.pid())
                    .toList();
            supervisor.destroyForcibly();
            Running.waitUntil("all have ended", () -> below.stream().noneMatch(OrphanTest::isAlive));
        } finally {
            server.destroyForcibly();
        }
    }

    private static Process start(TestProject project, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ServerMain.class.getName(),
                project.directory.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int port(Process server) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        return Integer.parseInt(
                Optional.ofNullable(reader.readLine()).orElse("").strip());
    }

    private static boolean isFrontend(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/" + FRONTEND);
    }

    private static List<ProcessHandle> processes(Process server, int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/pids"))
                .build();
        String pids = Running.CLIENT.send(request, BodyHandlers.ofString()).body();
        Stream<ProcessHandle> told = Stream.of(pids.split(" ", -1))
                .map(Long::valueOf)
                .map(pid -> ProcessHandle.of(pid).orElseThrow());
        return Stream.concat(told, Stream.concat(Stream.of(server.toHandle()), server.descendants()))
                .distinct()
                .collect(Collectors.toList());
    }

    /** A process that has ended may still wait to be collected by whoever adopted it. */
    private static boolean isAlive(ProcessHandle process) {
        try {
            return process.isAlive()
                    && !Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                            .contains(") Z ");
        } catch (IOException gone) {
            return process.isAlive();
        }
    }
}
