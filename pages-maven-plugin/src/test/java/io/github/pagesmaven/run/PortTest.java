package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortTest {
    @TempDir
    Path folder;

    @Test
    void aNamedPortThatIsTakenIsAnErrorThatTellsWhoHoldsIt() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'x'");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DevServer server =
                    new DevServer(project.project(), on(taken.getLocalPort()), project, new RecordingListener());
            PagesException refused = assertThrows(PagesException.class, server::start);
            assertEquals(PagesException.Kind.ERROR, refused.kind());
            String text = String.valueOf(refused.getMessage());
            assertTrue(
                    text.startsWith("PAGES-030 <run.port>  port " + taken.getLocalPort() + " is in use on 127.0.0.1"),
                    text);
            assertTrue(text.contains("-Dpages.run.port=PORT"), text);
        }
    }

    @Test
    void withoutANameTheNextFreePortIsTakenAndTold() throws Exception {
        TestProject project = new TestProject(folder).answering("hello.py", "b'x'");
        RecordingListener heard = new RecordingListener();
        try (ServerSocket taken = hold(RunSettings.DEFAULT_PORT);
                DevServer server = new DevServer(project.project(), RunSettings.DEFAULT, project, heard)) {
            server.start();
            assertTrue(taken.isBound());
            assertTrue(server.port() > RunSettings.DEFAULT_PORT);
            assertTrue(
                    heard.lines.stream().anyMatch(line -> line.endsWith(" - using " + server.port())),
                    heard.lines.toString());
        }
    }

    /** Another program of this machine may hold it as well: that does. */
    private static ServerSocket hold(int port) throws java.io.IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (java.net.BindException held) {
            return new ServerSocket(0);
        }
    }

    private static RunSettings on(int port) {
        TestSettings settings = new TestSettings();
        settings.port = port;
        return settings.build();
    }
}
