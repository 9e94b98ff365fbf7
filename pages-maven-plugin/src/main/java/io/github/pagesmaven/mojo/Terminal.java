package io.github.pagesmaven.mojo;

import java.io.Console;
import org.apache.maven.execution.MavenSession;

/** Whether somebody looks on. */
final class Terminal {
    private Terminal() {}

    /** Whether lines may move: a terminal that knows how, and no batch mode. */
    static boolean isLive(MavenSession session) {
        return session.getRequest().isInteractiveMode()
                && isAttached()
                && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** From JDK 22 on there is always a console, which says itself whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException refused) {
            return false;
        }
    }
}
