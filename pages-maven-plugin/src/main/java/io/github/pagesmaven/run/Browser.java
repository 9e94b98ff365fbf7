package io.github.pagesmaven.run;

import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.run.console.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Opens the developer's browser by the system's own program for that. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Browser() {}

    static void open(String url, RunListener listener) {
        Thread thread = new Thread(() -> run(url, listener), "pages-browser");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(String url, RunListener listener) {
        try {
            if (!ChildProcess.run(command(url).within(PATIENCE)).succeeded()) {
                listener.note("no browser could be opened: open " + url + " by hand");
            }
        } catch (IOException e) {
            listener.note("no browser could be opened: open " + url + " by hand");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Command command(String url) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return Command.of(Path.of("rundll32"), List.of("url.dll,FileProtocolHandler", url));
        }
        return Command.of(Path.of(os.startsWith("mac") ? "open" : "xdg-open"), List.of(url));
    }
}
