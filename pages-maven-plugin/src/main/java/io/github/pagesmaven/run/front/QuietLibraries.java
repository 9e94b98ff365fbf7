package io.github.pagesmaven.run.front;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the HTTP library's own log, which is for its developers, out of the terminal. */
final class QuietLibraries {
    private static final String PROVIDER = "org.jboss.logging.provider";
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));

    private QuietLibraries() {}

    /** Has to be called before the library is used. */
    static void hush() {
        if (System.getProperty(PROVIDER) == null) {
            System.setProperty(PROVIDER, "jdk");
        }
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
