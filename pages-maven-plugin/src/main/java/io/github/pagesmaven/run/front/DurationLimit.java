package io.github.pagesmaven.run.front;

import io.github.pagesmaven.platform.Limits;
import java.util.concurrent.TimeUnit;

/** The platform's limit on the time of a request to a function: told, or enforced with 504. */
final class DurationLimit {
    private final LimitMode mode;
    private final FrontState state;

    DurationLimit(LimitMode mode, FrontState state) {
        this.mode = mode;
        this.state = state;
    }

    /** When a request that comes now is ended; 0 for never. */
    int enforcedMillis() {
        return mode == LimitMode.ENFORCE ? 1000 * seconds() : 0;
    }

    private int seconds() {
        return state.rules().maxDuration().orElse(Limits.LONGEST_DURATION);
    }

    /** Notes on a request that is done that the platform would have ended it. */
    void judge(Trace trace) {
        long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - trace.started());
        if (mode == LimitMode.WARN && trace.isFunction() && taken >= seconds()) {
            trace.note("took " + taken + " s, the platform ends a function after " + seconds() + " s");
        }
    }
}
