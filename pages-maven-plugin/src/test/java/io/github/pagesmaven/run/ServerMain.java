package io.github.pagesmaven.run;

import io.github.pagesmaven.run.console.PrettyConsole;
import io.github.pagesmaven.run.console.Style;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A server in a process of its own, so that a test can end that process. Prints its port. */
final class ServerMain {
    private ServerMain() {}

    public static void main(String[] arguments) throws Exception {
        TestProject project = new TestProject(Path.of(arguments[0]));
        ReloadMode mode = ReloadMode.valueOf(arguments[1]);
        RunSettings settings =
                arguments.length < 3 ? Running.settings(mode, WatchMode.AUTO) : Running.settings(mode, arguments[2]);
        PrettyConsole console = new PrettyConsole(line -> {}, line -> {}, Style.PLAIN, false, line -> {});
        DevServer server = new DevServer(project.project(), settings, project, console);
        Thread starter = new Thread(() -> start(server));
        starter.start();
        starter.join();
        System.out.println(server.port());
        interruptWhenTold(Thread.currentThread());
        try {
            server.await();
        } catch (InterruptedException e) {
            // As when an IDE or a daemon ends a goal.
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }

    /** A line on standard input interrupts a thread. */
    private static void interruptWhenTold(Thread thread) {
        Thread reader = new Thread(() -> {
            try {
                if (System.in.read() >= 0) {
                    thread.interrupt();
                }
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** In a thread that ends: what it has started must live on. */
    private static void start(DevServer server) {
        try {
            server.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
