package io.github.pagesmaven.run.front;

import io.github.pagesmaven.run.worker.Worker;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Hands requests to a worker and its answers back, unbuffered both ways, WebSockets included. */
final class FunctionProxy {
    private static final Set<HttpString> REPEATABLE = Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS);

    private final WorkerConnections connections;
    private final IntSupplier maxMillis;
    private final Map<Integer, ProxyHandler> handlers = new ConcurrentHashMap<>();

    /**
     * @param current the worker for a request that comes now
     * @param maxMillis how long a request that comes now may take; 0 for any time
     */
    FunctionProxy(Supplier<CompletableFuture<Worker>> current, IntSupplier maxMillis) {
        this.connections = new WorkerConnections(current);
        this.maxMillis = maxMillis;
    }

    private ProxyHandler handler(int limit) {
        return ProxyHandler.builder()
                .setProxyClient(connections)
                .setMaxConnectionRetries(1)
                .setMaxRequestTime(limit)
                .setIdempotentRequestPredicate(exchange -> REPEATABLE.contains(exchange.getRequestMethod()))
                .build();
    }

    /** Sends a request to a worker that has counted it. */
    void send(HttpServerExchange exchange, Worker worker) throws Exception {
        Trace.of(exchange).generation(worker.generation());
        WorkerConnections.assign(exchange, worker);
        exchange.addDefaultResponseListener(failed -> explain(failed, worker));
        tellHost(exchange.getRequestHeaders());
        handlers.computeIfAbsent(maxMillis.getAsInt(), this::handler).handleRequest(exchange);
    }

    /** Applications behind a proxy make their URLs of this; the library by itself would leave the port out. */
    private static void tellHost(HeaderMap headers) {
        String host = headers.getFirst(Headers.HOST);
        if (host != null) {
            headers.put(Headers.X_FORWARDED_HOST, host);
        }
    }

    /** A stream of events or a WebSocket may stay open for ever: it does not keep an old worker alive. */
    static void releaseStream(HttpServerExchange exchange) {
        String type = exchange.getResponseHeaders().getFirst(Headers.CONTENT_TYPE);
        if (exchange.getStatusCode() == 101 || (type != null && type.startsWith("text/event-stream"))) {
            WorkerConnections.release(exchange);
        }
    }

    private static boolean explain(HttpServerExchange exchange, Worker worker) {
        boolean own = exchange.getResponseHeaders().contains("eo-pages-inner-scf-status");
        if (own || exchange.isResponseStarted()) {
            return false;
        }
        switch (exchange.getStatusCode()) {
            case 503 ->
                Answers.send(
                        exchange,
                        502,
                        "The worker has ended",
                        "Worker " + worker.generation() + " " + worker.ended().getNow("closed the connection")
                                + " before it answered.",
                        List.of());
            case 504 ->
                Answers.send(
                        exchange,
                        504,
                        "The function took too long",
                        "The platform ends a function at this limit. Raise cloudFunctions.python.maxDuration in"
                                + " edgeone.json, at most 120 seconds.",
                        List.of());
            default -> {
                return false;
            }
        }
        return true;
    }
}
