package io.github.pagesmaven.run;

import io.github.pagesmaven.run.console.PrettyConsole;
import io.github.pagesmaven.run.console.RunListener;
import java.util.List;
import java.util.Map;

/** What the letters do that a developer types. */
final class Commands {
    private final DevServer server;
    private final RunListener listener;

    Commands(DevServer server, RunListener listener) {
        this.server = server;
        this.listener = listener;
    }

    Map<String, Runnable> byLetter() {
        return Map.of(
                "r", server::reload,
                "o", () -> Browser.open(server.url(), listener),
                "d", () -> Browser.open(server.url() + "__pages", listener),
                "l", () -> listener.show(server.routes()),
                "c", listener::clear,
                "h", () -> listener.show(List.of(PrettyConsole.LETTERS)),
                "q", server::quit);
    }
}
