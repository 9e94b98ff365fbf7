package io.github.pagesmaven.run.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds requests while a worker starts and hands them the one that has read the sources as they stand. A generation
 * that is overtaken while it starts answers with its successor; the old worker ends with its last request.
 */
public final class Gate implements AutoCloseable {
    private static final List<Integer> PAUSES_MILLIS = List.of(0, 100, 500, 2000);
    private static final int CRASHES = 5;
    private static final Duration CRASH_SPAN = Duration.ofSeconds(60);

    private final ReloadMode mode;
    private final WorkerListener listener;
    private final Deque<Long> crashes = new ArrayDeque<>();
    private int generation;
    private int held;
    private long heldSince;
    private CompletableFuture<Worker> future = new CompletableFuture<>();
    private Optional<Worker> active = Optional.empty();
    private Optional<Nursery> nursery = Optional.empty();
    private final List<Nursery> left = new ArrayList<>();
    private boolean closed;

    /**
     * What became of a worker that was brought up.
     *
     * @param used whether it answers; a later generation may have overtaken it
     * @param generation its number
     * @param unfinished how many requests its predecessor still works on
     * @param held how many requests have waited for it
     * @param longestMillis how long the first of them did
     */
    public record Swap(boolean used, int generation, int unfinished, int held, long longestMillis) {}

    /** A gate without a worker: requests wait until {@link #begin} and {@link #serve} bring one. */
    public Gate(ReloadMode mode, WorkerListener listener) {
        this.mode = mode;
        this.listener = listener;
    }

    /** The worker for a request that came now; fails with {@link WorkerFailure}. */
    public synchronized CompletableFuture<Worker> worker() {
        if (future.isDone()) {
            return future;
        }
        heldSince = held == 0 ? System.nanoTime() : heldSince;
        held++;
        return future.copy();
    }

    /** The worker that answers now, if one does. */
    public synchronized Optional<Worker> active() {
        return active;
    }

    /** The sources have changed: whoever asks from now on waits for the next worker. */
    public synchronized int begin() {
        generation++;
        CompletableFuture<Worker> next = new CompletableFuture<>();
        if (!future.isDone()) {
            CompletableFuture<Worker> overtaken = future;
            Completions.forward(next, overtaken);
        }
        future = next;
        return generation;
    }

    /** Imports the libraries of a setup that will most likely be asked for. */
    public void expect(WorkerSetup setup) {
        nursery(setup).warmUp();
    }

    /**
     * Brings up the worker of a generation.
     *
     * @return completes when it answers or was overtaken
     */
    public CompletableFuture<Swap> serve(int begun, WorkerSetup setup) {
        Nursery source = nursery(setup);
        if (setup.debugger().isPresent()) {
            // Two workers cannot listen on the debugger's port.
            active().ifPresent(Worker::stop);
        }
        CompletableFuture<Worker> starting = source.start(begun);
        source.preload(setup);
        CompletableFuture<Swap> served = new CompletableFuture<>();
        Completions.whenDone(starting, (worker, failure) -> {
            if (worker != null) {
                served.complete(publish(begun, worker));
            } else if (failure != null) {
                fail(begun, failure);
                served.completeExceptionally(failure);
            }
        });
        return served;
    }

    private synchronized Nursery nursery(WorkerSetup setup) {
        if (nursery.isPresent() && nursery.get().fits(setup)) {
            return nursery.get();
        }
        nursery.ifPresent(old -> {
            old.leave();
            left.add(old);
        });
        Nursery made = new Nursery(setup, mode, new Crashes());
        nursery = Optional.of(made);
        return made;
    }

    private Swap publish(int begun, Worker worker) {
        Optional<Worker> old;
        CompletableFuture<Worker> waiting;
        int waited;
        long longest;
        synchronized (this) {
            if (begun != generation || closed) {
                worker.stop();
                return new Swap(false, begun, 0, 0, 0);
            }
            waited = held;
            longest = held == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heldSince);
            held = 0;
            old = active;
            active = Optional.of(worker);
            waiting = future;
        }
        waiting.complete(worker);
        return new Swap(true, begun, old.map(Worker::retire).orElse(0), waited, longest);
    }

    /** Nothing can answer requests of this generation. */
    public void fail(int begun, Throwable failure) {
        CompletableFuture<Worker> waiting;
        Optional<Worker> old;
        synchronized (this) {
            if (begun != generation) {
                return;
            }
            waiting = future;
            old = active;
            active = Optional.empty();
        }
        waiting.completeExceptionally(failure);
        old.ifPresent(Worker::retire);
    }

    private final class Crashes implements WorkerListener {
        @Override
        public void crashed(int gone, String how) {
            listener.crashed(gone, how);
            afterCrash(gone, how);
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
        public void debug(String message) {
            listener.debug(message);
        }
    }

    private void afterCrash(int gone, String how) {
        int next;
        int recent;
        Nursery source;
        synchronized (this) {
            if (gone != generation || closed || nursery.isEmpty()) {
                return;
            }
            long now = System.nanoTime();
            crashes.addLast(now);
            crashes.removeIf(then -> now - then > CRASH_SPAN.toNanos());
            recent = crashes.size();
            next = begin();
            active = Optional.empty();
            source = nursery.get();
        }
        if (recent >= CRASHES) {
            String message = "the worker " + how + ", " + recent + " times within a minute; save a file or press r";
            fail(next, new WorkerFailure(message, List.of()));
            return;
        }
        restart(source, next, PAUSES_MILLIS.get(Math.min(recent, PAUSES_MILLIS.size()) - 1));
    }

    private void restart(Nursery source, int next, int pause) {
        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS)
                .execute(() -> Completions.whenDone(source.start(next), (worker, failure) -> {
                    if (worker != null) {
                        publish(next, worker);
                    } else if (failure != null) {
                        fail(next, failure);
                    }
                }));
    }

    @Override
    public void close() {
        List<Nursery> all;
        int last;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(left);
            nursery.ifPresent(all::add);
            last = generation;
        }
        all.forEach(Nursery::close);
        fail(last, new WorkerFailure("pages:run is ending", List.of()));
    }
}
