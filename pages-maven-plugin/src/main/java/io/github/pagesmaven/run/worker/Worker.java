package io.github.pagesmaven.run.worker;

import java.util.concurrent.CompletableFuture;

/**
 * A Python process that answers requests of one state of the sources. Counts the requests that it works on: after it
 * is retired it is ended when the last one is done.
 */
public final class Worker {
    private final int generation;
    private final int port;
    private final Runnable stop;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private int working;
    private boolean retired;
    private boolean stopped;
    private boolean abandoned;

    /**
     * @param generation counts the states of the sources, from 1
     * @param port where it listens on the loopback address
     * @param stop asks its process to end
     */
    public Worker(int generation, int port, Runnable stop) {
        this.generation = generation;
        this.port = port;
        this.stop = stop;
    }

    /** Counts one more request; false when the worker is retired and takes none. */
    public synchronized boolean enter() {
        if (retired || ended.isDone()) {
            return false;
        }
        working++;
        return true;
    }

    /** A request is done, or has become a stream that does not keep the worker. */
    public void leave() {
        boolean last;
        synchronized (this) {
            working--;
            last = retired && working == 0 && !stopped;
            stopped |= last;
        }
        if (last) {
            stop.run();
        }
    }

    /** Takes no more requests; ends when those that it works on are done. Tells how many these are. */
    public int retire() {
        int left;
        boolean last;
        synchronized (this) {
            retired = true;
            left = working;
            last = working == 0 && !stopped;
            stopped |= last;
        }
        if (last) {
            stop.run();
        }
        return left;
    }

    /** Ends whatever is going on. */
    void stop() {
        synchronized (this) {
            retired = true;
            stopped = true;
        }
        stop.run();
    }

    /** Ends a worker that lives but listens no more, as after user code closed its socket: it counts as crashed. */
    public void abandon() {
        boolean first;
        synchronized (this) {
            first = !stopped;
            stopped = true;
            abandoned = true;
        }
        if (first) {
            stop.run();
        }
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    synchronized boolean isRetired() {
        return retired;
    }

    void hasEnded(String how) {
        ended.complete(how);
    }

    /** How its process ended, once it has. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Counts the states of the sources, from 1. */
    public int generation() {
        return generation;
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return port;
    }
}
