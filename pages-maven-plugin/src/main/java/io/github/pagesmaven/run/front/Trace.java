package io.github.pagesmaven.run.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.ArrayList;
import java.util.List;

/** Collects what becomes of one request; written by one thread at a time. */
final class Trace {
    private static final AttachmentKey<Trace> KEY = AttachmentKey.create(Trace.class);

    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private String answered = "";
    private long heldMillis;
    private int generation;

    private Trace() {}

    static Trace of(HttpServerExchange exchange) {
        Trace known = exchange.getAttachment(KEY);
        if (known != null) {
            return known;
        }
        Trace trace = new Trace();
        exchange.putAttachment(KEY, trace);
        return trace;
    }

    /** What answers: {@code static public/index.html}, {@code /api/*}, {@code redirects[0]}. */
    void answered(String by) {
        answered = by;
    }

    void held(long millis) {
        heldMillis += millis;
    }

    void generation(int number) {
        generation = number;
    }

    /** Whether a function answers. */
    boolean isFunction() {
        return generation > 0;
    }

    /** Something to tell beside the answer, such as a limit that was passed. */
    void note(String note) {
        notes.add(note);
    }

    /** Nanoseconds of the clock that {@link System#nanoTime} reads. */
    long started() {
        return started;
    }

    /** The header that tells a developer how the answer came about. */
    String header() {
        StringBuilder text = new StringBuilder();
        if (generation > 0) {
            text.append("gen=")
                    .append(generation)
                    .append("; hold=")
                    .append(heldMillis)
                    .append("ms; ");
        }
        text.append("by=");
        for (int i = 0; i < answered.length(); i++) {
            char c = answered.charAt(i);
            text.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.toString();
    }

    RequestRecord record(HttpServerExchange exchange) {
        return new RequestRecord(
                System.currentTimeMillis(),
                exchange.getRequestMethod().toString(),
                exchange.getRequestURI(),
                exchange.getQueryString(),
                exchange.getStatusCode(),
                answered,
                (System.nanoTime() - started) / 1_000_000.0,
                heldMillis,
                generation,
                exchange.getResponseBytesSent(),
                notes);
    }
}
