package io.github.pagesmaven.run.frontend;

import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.front.Answers;
import io.github.pagesmaven.run.worker.Completions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A front-end dev server that answers what no function does, its WebSocket for hot reload included. */
public final class Frontend implements HttpHandler, AutoCloseable {
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final int CONNECTIONS = 200;
    private static final int CONNECT_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 30;

    private final String named;
    private final CompletableFuture<URI> place = new CompletableFuture<>();
    private Optional<FrontendProcess> process = Optional.empty();
    private volatile Optional<HttpHandler> proxy = Optional.empty();

    /** @param named the URL of a server that runs, or the command that starts one */
    public Frontend(String named) {
        this.named = named;
        if (isUrl(named)) {
            place.complete(URI.create(named));
        }
    }

    /** Whether a text is a URL, and so no command. */
    public static boolean isUrl(String named) {
        return URL.matcher(named).matches();
    }

    /**
     * Starts the command, if it is one.
     *
     * @param guard a command that runs the one behind it and ends it with this process, if there is one
     * @param directory where it runs
     * @param listener told what it prints
     * @param color whether it may print colours
     */
    public synchronized void start(Optional<List<String>> guard, Path directory, RunListener listener, boolean color) {
        if (place.isDone()) {
            return;
        }
        try {
            FrontendProcess started = FrontendProcess.start(named, guard, directory, listener, color);
            process = Optional.of(started);
            Completions.forward(started.listening(), place);
        } catch (IOException e) {
            listener.note("the front-end command cannot be started: " + e.getMessage());
            place.completeExceptionally(e);
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (place.isDone()) {
            pass(exchange);
            return;
        }
        CompletableFuture<URI> waiting = place.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> Completions.whenDone(waiting, (found, late) -> exchange.dispatch(this::pass)));
    }

    private void pass(HttpServerExchange exchange) throws Exception {
        try {
            URI uri = place.isDone() ? place.join() : URI.create("");
            HttpHandler handler = proxy.isPresent() ? proxy.get() : connect(uri);
            exchange.addDefaultResponseListener(failed -> failed.getStatusCode() == 503 && refuse(failed, ""));
            handler.handleRequest(exchange);
        } catch (CompletionException e) {
            refuse(exchange, ": " + (e.getCause() == null ? e : e.getCause()).getMessage());
        } catch (IOException e) {
            refuse(exchange, ": " + e.getMessage());
        }
    }

    /** "localhost" may be an address of version 4 or 6, and dev servers listen on one of them. */
    private synchronized HttpHandler connect(URI uri) throws IOException {
        if (uri.getHost() == null) {
            throw new IOException("it has not said where it listens for " + PATIENCE_SECONDS + " seconds");
        }
        int port = uri.getPort() < 0 ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
        IOException refused = new IOException("nothing listens on " + uri);
        for (InetAddress address : addresses(uri.getHost())) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                String host = address.getHostAddress();
                HttpHandler made = proxy(URI.create(
                        uri.getScheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port));
                proxy = Optional.of(made);
                return made;
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    private static List<InetAddress> addresses(String host) throws IOException {
        boolean here = host.equals("localhost") || host.equals("0.0.0.0") || host.equals("[::]");
        List<InetAddress> addresses = new ArrayList<>();
        for (String name : here ? List.of("127.0.0.1", "::1") : List.of(host)) {
            addresses.addAll(Arrays.asList(InetAddress.getAllByName(name)));
        }
        return addresses;
    }

    private static HttpHandler proxy(URI uri) {
        LoadBalancingProxyClient client = new LoadBalancingProxyClient()
                .setConnectionsPerThread(CONNECTIONS)
                .setProblemServerRetry(0)
                .addHost(uri);
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxConnectionRetries(1)
                .build();
    }

    private boolean refuse(HttpServerExchange exchange, String why) {
        proxy = Optional.empty();
        if (exchange.isResponseStarted()) {
            return false;
        }
        Answers.send(
                exchange,
                502,
                "The front-end server does not answer",
                named + " does not answer" + why + ". Start it, or look at what it has printed.",
                List.of());
        return true;
    }

    @Override
    public synchronized void close() {
        process.ifPresent(FrontendProcess::close);
    }
}
