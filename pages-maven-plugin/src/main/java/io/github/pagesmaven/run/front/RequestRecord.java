package io.github.pagesmaven.run.front;

import java.util.List;

/**
 * One answered request.
 *
 * @param time when it was done, milliseconds since 1970
 * @param method its method
 * @param path as it was sent, without the query
 * @param query without the question mark
 * @param status of the response; 101 for a WebSocket
 * @param answered what answered: a route, a static file, a rule
 * @param millis from its head to its end
 * @param heldMillis how long it waited for a worker
 * @param generation of the worker that answered; 0 for none
 * @param bytes of the response's body
 * @param notes limits that it passed, and the like
 */
public record RequestRecord(
        long time,
        String method,
        String path,
        String query,
        int status,
        String answered,
        double millis,
        long heldMillis,
        int generation,
        long bytes,
        List<String> notes) {
    public RequestRecord {
        notes = List.copyOf(notes);
    }
}
