package io.github.pagesmaven.problem;

/** Whether a problem ends the build. */
public enum Severity {
    /** The build ends, after all problems of its kind were reported. */
    ERROR,
    /** The build goes on; the user sees one message. */
    WARNING
}
