package io.github.pagesmaven.run.worker;

import java.util.List;
import java.util.Map;

/** A worker that could not start, or that ended before it answered. */
public final class WorkerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> SIGNALS = Map.of(
            4,
            "SIGILL",
            6,
            "SIGABRT",
            7,
            "SIGBUS",
            8,
            "SIGFPE",
            9,
            "SIGKILL (out of memory?)",
            11,
            "SIGSEGV",
            15,
            "SIGTERM");

    private final transient List<String> log;

    /**
     * @param message one sentence
     * @param log the last lines that it wrote
     */
    public WorkerFailure(String message, List<String> log) {
        super(message);
        this.log = List.copyOf(log);
    }

    /** The last lines that it wrote. */
    public List<String> log() {
        return log;
    }

    /** Says how a process ended, from its exit code as shells count it. */
    static String describe(int code) {
        if (code > 128 && code < 160) {
            int signal = code - 128;
            return "was killed by " + SIGNALS.getOrDefault(signal, "signal " + signal);
        }
        return "ended with exit code " + code;
    }
}
