package io.github.pagesmaven.run.console;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Passes everything on in a thread of its own, in order: no request waits for a terminal. */
public final class LaterListener implements RunListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 2;

    private final RunListener next;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pages-console");
        thread.setDaemon(true);
        return thread;
    });

    /** @param next hears everything a little later */
    public LaterListener(RunListener next) {
        this.next = next;
    }

    private void later(Runnable telling) {
        try {
            teller.execute(telling);
        } catch (RejectedExecutionException ended) {
            telling.run();
        }
    }

    @Override
    public void started(Startup startup) {
        later(() -> next.started(startup));
    }

    @Override
    public void served(RequestRecord request) {
        later(() -> next.served(request));
    }

    @Override
    public void reloaded(Reload reload) {
        later(() -> next.reloaded(reload));
    }

    @Override
    public void broken(BrokenFunction function) {
        later(() -> next.broken(function));
    }

    @Override
    public void problem(Problem problem) {
        later(() -> next.problem(problem));
    }

    @Override
    public void printed(String line) {
        later(() -> next.printed(line));
    }

    @Override
    public void note(String text) {
        later(() -> next.note(text));
    }

    @Override
    public void show(List<String> lines) {
        later(() -> next.show(lines));
    }

    @Override
    public void clear() {
        later(next::clear);
    }

    @Override
    public void debug(String text) {
        later(() -> next.debug(text));
    }

    /** Tells what is left, for a while: a terminal that takes nothing may not keep the server from ending. */
    @Override
    public void close() {
        teller.shutdown();
        try {
            if (!teller.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                teller.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
