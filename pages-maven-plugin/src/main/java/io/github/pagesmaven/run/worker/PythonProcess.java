package io.github.pagesmaven.run.worker;

import io.github.pagesmaven.json.JsonText;
import io.github.pagesmaven.process.LiveProcess;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One process that runs {@code pages_dev}: it forks workers, or becomes one. */
final class PythonProcess implements AutoCloseable {
    private static final int KEPT_LINES = 40;
    private static final long GRACE_MILLIS = 2000;

    private final WorkerListener listener;
    private final CompletableFuture<Boolean> forks = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<Worker>> starting = new LinkedHashMap<>();
    private final Map<Integer, Worker> workers = new LinkedHashMap<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final LiveProcess process;
    private boolean leaving;

    PythonProcess(WorkerSetup setup, ReloadMode mode, WorkerListener listener) throws IOException {
        this.listener = listener;
        this.process = LiveProcess.start(setup.command(), this::heard, this::printed);
        process.send(setup.plan(mode));
        Completions.whenDone(process.ended(), (status, never) -> ended(status == null ? 1 : status));
    }

    /** Completes when the libraries are imported; tells whether the process can fork. */
    CompletableFuture<Boolean> warm() {
        return forks;
    }

    boolean isAlive() {
        return !process.ended().isDone();
    }

    /** Starts a worker that reads the sources as they are now. */
    CompletableFuture<Worker> go(int generation) {
        CompletableFuture<Worker> worker = new CompletableFuture<>();
        synchronized (this) {
            starting.put(generation, worker);
        }
        process.send(JsonText.line(Map.of("command", "go", "generation", generation)));
        if (!isAlive()) {
            ended(process.ended().join());
        }
        return worker;
    }

    private void heard(String line) {
        WorkerEvent.parse(line).ifPresent(event -> {
            switch (event.name()) {
                case "warm" -> warm(event);
                case "ready" -> ready(event);
                case "failed" -> failed(event.generation(), event.text("error"));
                case "exited" -> exited(event.generation(), event.number("code"));
                case "broken" -> listener.broken(BrokenFunction.of(event.content()));
                default -> listener.debug("unknown event " + event.name());
            }
        });
    }

    private void warm(WorkerEvent event) {
        boolean canFork = event.content().path("forks").asBoolean();
        listener.debug("python " + process.pid() + " is warm: " + event.number("modules") + " modules in "
                + event.number("millis") + " ms, " + event.number("threads") + " thread(s), "
                + (canFork ? "forks" : "does not fork"));
        forks.complete(canFork);
    }

    private void ready(WorkerEvent event) {
        int generation = event.generation();
        Worker worker = new Worker(generation, event.number("port"), () -> stop(generation));
        Optional<CompletableFuture<Worker>> waiting;
        synchronized (this) {
            workers.put(generation, worker);
            waiting = Optional.ofNullable(starting.remove(generation));
        }
        waiting.ifPresent(future -> future.complete(worker));
    }

    private void failed(int generation, String error) {
        Optional<CompletableFuture<Worker>> waiting;
        synchronized (this) {
            waiting = Optional.ofNullable(starting.remove(generation));
        }
        waiting.ifPresent(future -> future.completeExceptionally(new WorkerFailure(error, tail())));
    }

    private void exited(int generation, int code) {
        String status = WorkerFailure.describe(code);
        failed(generation, "the worker " + status + " before it listened");
        Optional<Worker> worker;
        synchronized (this) {
            worker = Optional.ofNullable(workers.remove(generation));
        }
        worker.ifPresent(gone -> {
            String how = gone.isAbandoned() ? "no longer listened" : status;
            if (!gone.isRetired()) {
                listener.crashed(generation, how);
            }
            // Only now: whoever waited for its end asks for its successor.
            gone.hasEnded(how);
        });
        closeIfIdle();
    }

    /** Starts no more workers and ends with the last of those that it has. */
    void closeWhenIdle() {
        synchronized (this) {
            leaving = true;
        }
        closeIfIdle();
    }

    private void closeIfIdle() {
        boolean idle;
        synchronized (this) {
            idle = leaving && workers.isEmpty() && starting.isEmpty();
        }
        if (idle) {
            process.close();
        }
    }

    private void stop(int generation) {
        if (forks.getNow(false)) {
            process.send(JsonText.line(Map.of("command", "stop", "generation", generation)));
        } else {
            process.stop(GRACE_MILLIS);
        }
    }

    private void printed(String line) {
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > KEPT_LINES) {
                tail.removeFirst();
            }
        }
        listener.printed(line);
    }

    private List<String> tail() {
        synchronized (tail) {
            return new ArrayList<>(tail);
        }
    }

    private void ended(int status) {
        List<Integer> generations;
        synchronized (this) {
            generations = new ArrayList<>(starting.keySet());
            generations.addAll(workers.keySet());
        }
        generations.forEach(generation -> exited(generation, status));
        forks.completeExceptionally(new WorkerFailure("Python " + WorkerFailure.describe(status), tail()));
    }

    @Override
    public void close() {
        synchronized (this) {
            workers.values().forEach(Worker::retire);
        }
        process.close();
    }
}
