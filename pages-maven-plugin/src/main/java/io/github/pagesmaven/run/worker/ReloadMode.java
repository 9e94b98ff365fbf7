package io.github.pagesmaven.run.worker;

/** How the next worker comes to be. */
public enum ReloadMode {
    /** Fork where the system can, else a warm spare. */
    AUTO,
    /** A process that has imported the libraries forks a worker for each reload; Linux. */
    FORK,
    /** A process that has imported the libraries waits to become the next worker. */
    SPARE,
    /** A new process for each reload. */
    RESTART;

    /** The mode that is meant on a system. */
    public ReloadMode on(String osName) {
        if (this != AUTO) {
            return this;
        }
        return osName.startsWith("Linux") ? FORK : SPARE;
    }
}
