package io.github.pagesmaven.run.front;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.run.project.Routing;
import io.github.pagesmaven.run.worker.Worker;
import java.util.concurrent.CompletableFuture;

/** What the server asks for while it answers: always as it stands at that moment. */
public interface FrontState {
    /** The rules of edgeone.json. */
    EdgeoneJson rules();

    /** The static front end. */
    StaticSite site();

    /**
     * Looks at the sources, unless that was done after a moment. Blocks for that; does not wait for a worker.
     *
     * @param since a value of {@link System#nanoTime}
     */
    void refresh(long since);

    /**
     * Looks at the sources without waiting for anything. False when they have changed, are too many for a quick look,
     * or another thread is looking: then {@link #refresh} has to be called in a thread that may wait.
     */
    boolean isCurrent(long since);

    /** The worker for a request that comes now; not complete while the functions are being reloaded. */
    CompletableFuture<Worker> worker();

    /** Which function answers which path; right as soon as {@link #worker} is complete. */
    Routing routing();

    /** Takes each request when it is done. */
    void served(RequestRecord record);
}
