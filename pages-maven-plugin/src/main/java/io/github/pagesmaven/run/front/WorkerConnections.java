package io.github.pagesmaven.run.front;

import io.github.pagesmaven.run.worker.Completions;
import io.github.pagesmaven.run.worker.Worker;
import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ConnectionPoolErrorHandler;
import io.undertow.server.handlers.proxy.ConnectionPoolManager;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xnio.OptionMap;

/**
 * Connections to workers. A request keeps to the worker that it was given; when that one dies before it answers, a
 * second try goes to its successor.
 */
final class WorkerConnections implements ProxyClient {
    private static final AttachmentKey<Place> PLACE = AttachmentKey.create(Place.class);
    private static final ProxyTarget ANY = new ProxyTarget() {};
    private static final int CONNECTIONS = 2000;
    private static final int IDLE_CONNECTIONS = 8;
    private static final int IDLE_MILLIS = 3000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PROBE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 10;

    private final Supplier<CompletableFuture<Worker>> current;
    private final Map<Worker, ProxyConnectionPool> pools = new ConcurrentHashMap<>();

    /** @param current the worker for a request that comes now */
    WorkerConnections(Supplier<CompletableFuture<Worker>> current) {
        this.current = current;
    }

    /** The worker of a request, and whether it was tried. */
    private static final class Place {
        private Worker worker;
        private boolean tried;
        private boolean left;

        Place(Worker worker) {
            this.worker = worker;
        }

        synchronized void leave() {
            if (!left) {
                left = true;
                worker.leave();
            }
        }

        synchronized void move(Worker next) {
            leave();
            worker = next;
            left = false;
        }
    }

    /** Gives a request its worker, which has counted it already. */
    static void assign(HttpServerExchange exchange, Worker worker) {
        Place place = new Place(worker);
        exchange.putAttachment(PLACE, place);
        exchange.addExchangeCompleteListener((done, next) -> {
            place.leave();
            next.proceed();
        });
    }

    /** The request has become a stream: its worker does not wait for it any more. */
    static void release(HttpServerExchange exchange) {
        Place place = exchange.getAttachment(PLACE);
        if (place != null) {
            place.leave();
        }
    }

    @Override
    public ProxyTarget findTarget(HttpServerExchange exchange) {
        return ANY;
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        Place place = exchange.getAttachment(PLACE);
        if (!place.tried) {
            place.tried = true;
            connect(place.worker, exchange, callback);
            return;
        }
        retry(place, exchange, callback);
    }

    private void retry(Place place, HttpServerExchange exchange, ProxyCallback<ProxyConnection> callback) {
        Worker dead = place.worker;
        CompletableFuture<Worker> successor = dead.ended()
                .copy()
                .orTimeout(1, TimeUnit.SECONDS)
                .exceptionallyComposeAsync(late -> endIfDeaf(dead))
                .thenCompose(how -> current.get())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Completions.whenDone(
                successor, (next, failure) -> exchange.getIoThread().execute(() -> {
                    if (next != null && next != dead && next.enter()) {
                        place.move(next);
                        Trace.of(exchange).generation(next.generation());
                        connect(next, exchange, callback);
                    } else {
                        callback.couldNotResolveBackend(exchange);
                    }
                }));
    }

    /** A worker that lives and listens has only closed one connection; any other is ended, and its end waited for. */
    private static CompletableFuture<String> endIfDeaf(Worker worker) {
        if (isDeaf(worker)) {
            worker.abandon();
            return worker.ended().copy();
        }
        return CompletableFuture.completedFuture("");
    }

    private static boolean isDeaf(Worker worker) {
        try (Socket probe = new Socket()) {
            InetAddress address = InetAddress.getByAddress(LOOPBACK);
            probe.connect(new InetSocketAddress(address, worker.port()), PROBE_MILLIS);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private void connect(Worker worker, HttpServerExchange exchange, ProxyCallback<ProxyConnection> callback) {
        pools.computeIfAbsent(worker, this::pool).connect(ANY, exchange, callback, -1, TimeUnit.MILLISECONDS, false);
    }

    private ProxyConnectionPool pool(Worker worker) {
        Completions.whenDone(worker.ended(), (how, never) -> {
            ProxyConnectionPool gone = pools.remove(worker);
            if (gone != null) {
                gone.close();
            }
        });
        URI address = URI.create("http://127.0.0.1:" + worker.port());
        return new ProxyConnectionPool(new Sizes(), address, UndertowClient.getInstance(), OptionMap.EMPTY);
    }

    /** How many connections each thread has to a worker; none waits for another. */
    private static final class Sizes extends ConnectionPoolErrorHandler.SimpleConnectionPoolErrorHandler
            implements ConnectionPoolManager {
        @Override
        public int getMaxConnections() {
            return CONNECTIONS;
        }

        @Override
        public int getMaxCachedConnections() {
            return CONNECTIONS;
        }

        @Override
        public int getSMaxConnections() {
            return IDLE_CONNECTIONS;
        }

        @Override
        public long getTtl() {
            return IDLE_MILLIS;
        }

        @Override
        public int getMaxQueueSize() {
            return 0;
        }

        @Override
        public int getProblemServerRetry() {
            return 0;
        }
    }
}
