package io.github.pagesmaven.run.console;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.List;

/** Hears all that a developer may want to know; called from several threads. */
public interface RunListener {
    /** The server listens and its first worker answers, or none is needed. */
    void started(Startup startup);

    /** A request was answered. */
    void served(RequestRecord request);

    /** Something was saved and is in use now. */
    void reloaded(Reload reload);

    /** A function cannot be imported. */
    void broken(BrokenFunction function);

    /** A mistake in the project. */
    void problem(Problem problem);

    /** A line that user code printed. */
    void printed(String line);

    /** Something that the developer should know. */
    void note(String text);

    /** Lines that the developer has asked for, as they are. */
    void show(List<String> lines);

    /** The developer wants an empty screen. */
    void clear();

    /** Something for those who look for a mistake in the server. */
    void debug(String text);
}
