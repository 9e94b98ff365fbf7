package io.github.pagesmaven.run.worker;

/** Hears what workers tell; called from several threads. */
public interface WorkerListener {
    /** A line that a worker printed. */
    void printed(String line);

    /** A function could not be imported. */
    void broken(BrokenFunction function);

    /** A worker ended without being asked. */
    void crashed(int generation, String how);

    /** Something worth telling with -X: which mode, how many modules. */
    void debug(String message);
}
