package io.github.pagesmaven.run;

import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.worker.BrokenFunction;
import io.github.pagesmaven.run.worker.WorkerListener;

/** Passes on what workers tell. */
final class WorkerLog implements WorkerListener {
    private final RunListener listener;

    WorkerLog(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void printed(String line) {
        listener.printed(line);
    }

    @Override
    public void broken(BrokenFunction function) {
        listener.broken(function);
    }

    @Override
    public void crashed(int generation, String how) {
        listener.note("worker " + generation + " " + how);
    }

    @Override
    public void debug(String message) {
        listener.debug(message);
    }
}
