package io.github.pagesmaven.run.console;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Passes everything on in a thread of its own, in order: no request waits for a terminal. It wakes a little later than
 * it has something to tell, so that it does not take its turn between all requests of a busy moment.
 */
public final class LaterListener implements RunListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 2;
    private static final long PAUSE_MILLIS = 20;

    private final RunListener next;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();
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
        waiting.add(telling);
        if (!due.compareAndSet(false, true)) {
            return;
        }
        try {
            teller.execute(this::tellSoon);
        } catch (RejectedExecutionException ended) {
            tell();
        }
    }

    private void tellSoon() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        tell();
    }

    private void tell() {
        due.set(false);
        for (Runnable telling = waiting.poll(); telling != null; telling = waiting.poll()) {
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
