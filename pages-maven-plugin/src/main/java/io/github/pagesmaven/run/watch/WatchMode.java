package io.github.pagesmaven.run.watch;

/** How changes are seen before a request asks for them. */
public enum WatchMode {
    /** The system's reports where it sends any, else looking at intervals. */
    AUTO,
    /** The system's reports. */
    NATIVE,
    /** Looking at intervals: for network folders and containers. */
    POLL,
    /** Only when a request comes. */
    REQUEST;

    /** The mode that is meant on a system: the JDK's own watcher of macOS polls, and slowly. */
    public WatchMode on(String osName) {
        if (this != AUTO) {
            return this;
        }
        return osName.startsWith("Mac") ? POLL : NATIVE;
    }
}
