package io.github.pagesmaven.run.console;

/** How requests and reloads are told. */
public enum LogFormat {
    /** Aligned lines for people. */
    PRETTY,
    /** One JSON object per line. */
    JSON
}
