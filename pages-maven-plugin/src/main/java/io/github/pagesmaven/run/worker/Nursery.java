package io.github.pagesmaven.run.worker;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Brings up workers: by a process that forks, by a spare that waits with its libraries imported, or by a new process.
 * Keeps at most one process ready, and sends it off only when it is warm: saves that come earlier share it.
 */
final class Nursery implements AutoCloseable {
    private static final long SPARE_DELAY_MILLIS = 100;

    private final ReloadMode mode;
    private final WorkerListener listener;
    private WorkerSetup setup;
    private Optional<PythonProcess> ready = Optional.empty();
    private Optional<PythonProcess> newer = Optional.empty();
    private Optional<Order> order = Optional.empty();
    private final Set<PythonProcess> processes = new LinkedHashSet<>();
    private boolean closed;

    /** A worker that is wanted; a later order replaces it as long as no process has taken it. */
    private record Order(int generation, CompletableFuture<Worker> worker) {}

    Nursery(WorkerSetup setup, ReloadMode mode, WorkerListener listener) {
        this.setup = setup;
        this.mode = mode;
        this.listener = listener;
    }

    /** Imports the libraries now, before a worker is asked for. */
    synchronized void warmUp() {
        if (ready.isEmpty() && !closed && mode != ReloadMode.RESTART) {
            ready = launch();
        }
    }

    /**
     * Uses another list of modules from now on: the process that is ready goes on until one with the new list is warm.
     */
    synchronized void preload(WorkerSetup changed) {
        if (closed || changed.equals(setup)) {
            return;
        }
        setup = changed;
        if (mode == ReloadMode.RESTART || ready.isEmpty()) {
            return;
        }
        newer.ifPresent(PythonProcess::close);
        newer = launch();
        newer.ifPresent(process -> Completions.whenDone(process.warm(), (forks, failure) -> {
            if (failure == null) {
                swap(process);
            }
        }));
    }

    private void swap(PythonProcess process) {
        Optional<PythonProcess> old;
        synchronized (this) {
            if (newer.isEmpty() || newer.get() != process) {
                return;
            }
            old = ready;
            ready = newer;
            newer = Optional.empty();
        }
        old.ifPresent(PythonProcess::closeWhenIdle);
    }

    boolean fits(WorkerSetup other) {
        return setup.fits(other);
    }

    /** Starts a worker that reads the sources as they are now, or later. */
    CompletableFuture<Worker> start(int generation) {
        CompletableFuture<Worker> worker = new CompletableFuture<>();
        Optional<PythonProcess> process;
        synchronized (this) {
            order.ifPresent(older -> Completions.forward(worker, older.worker()));
            order = Optional.of(new Order(generation, worker));
            if (closed) {
                worker.completeExceptionally(new WorkerFailure("pages:run is ending", List.of()));
            } else if (ready.isEmpty() || !ready.get().isAlive()) {
                ready = launch();
            }
            process = ready;
        }
        process.ifPresent(found -> Completions.whenDone(found.warm(), (forks, failure) -> {
            if (forks != null) {
                send(found, forks);
            } else if (failure != null) {
                fail(found, failure);
            }
        }));
        return worker;
    }

    private void send(PythonProcess process, boolean forks) {
        Order sent;
        synchronized (this) {
            if (order.isEmpty()) {
                return;
            }
            sent = order.get();
            order = Optional.empty();
            if (!forks) {
                ready = Optional.empty();
            }
        }
        CompletableFuture<Worker> worker = process.go(sent.generation());
        Completions.forward(worker, sent.worker());
        if (!forks) {
            Executor later = CompletableFuture.delayedExecutor(SPARE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
            Completions.whenDone(worker, (done, failure) -> later.execute(this::warmUp));
        }
    }

    private void fail(PythonProcess process, Throwable failure) {
        Optional<Order> failed;
        synchronized (this) {
            failed = order;
            order = Optional.empty();
            if (ready.isPresent() && ready.get() == process) {
                ready = Optional.empty();
            }
        }
        failed.ifPresent(waiting -> waiting.worker().completeExceptionally(failure));
    }

    private Optional<PythonProcess> launch() {
        try {
            PythonProcess process = new PythonProcess(setup, mode, listener);
            processes.removeIf(other -> !other.isAlive());
            processes.add(process);
            return Optional.of(process);
        } catch (IOException e) {
            String message = setup.python() + " cannot be started: " + e.getMessage();
            order.ifPresent(waiting -> waiting.worker().completeExceptionally(new WorkerFailure(message, List.of())));
            order = Optional.empty();
            return Optional.empty();
        }
    }

    /** Starts no more workers; those that work are ended when they are idle. */
    void leave() {
        List<PythonProcess> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(processes);
        }
        all.forEach(PythonProcess::closeWhenIdle);
    }

    @Override
    public void close() {
        List<PythonProcess> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(processes);
        }
        all.forEach(PythonProcess::close);
    }
}
