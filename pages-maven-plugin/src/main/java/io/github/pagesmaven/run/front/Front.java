package io.github.pagesmaven.run.front;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The listening server: binds the port and leads requests to the dashboard or to the edge. */
public final class Front implements AutoCloseable {
    private static final int TRIED_PORTS = 50;

    private final Undertow server;
    private final int port;

    private Front(Undertow server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * What a server listens for.
     *
     * @param host the address
     * @param port where the user wants it, or empty
     * @param firstPort tried first, with those after it, when the user names none
     * @param tls for https
     * @param limits what happens beyond the platform's limits
     * @param dashboard answers below {@code /__pages}
     * @param frontend stands in for the static files
     */
    public record Options(
            String host,
            Optional<Integer> port,
            int firstPort,
            Optional<SSLContext> tls,
            LimitMode limits,
            HttpHandler dashboard,
            Optional<HttpHandler> frontend) {}

    /**
     * Starts to listen.
     *
     * @throws PagesException PAGES-030 when no port can be had
     */
    public static Front open(FrontState state, Options options) {
        QuietLibraries.hush();
        HttpHandler root = root(state, options);
        int first = options.port().orElse(options.firstPort());
        int last = options.port().isPresent() || first == 0 ? first : first + TRIED_PORTS;
        for (int port = first; port <= last; port++) {
            Undertow server = server(options, port, root);
            try {
                server.start();
                InetSocketAddress address =
                        (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
                return new Front(server, address.getPort());
            } catch (RuntimeException e) {
                server.stop();
                if (!(e.getCause() instanceof BindException)) {
                    throw e;
                }
            }
        }
        throw PagesException.error(taken(options, first, last));
    }

    private static Problem taken(Options options, int first, int last) {
        String what = first == last ? "port " + first + " is in use" : "ports " + first + " to " + last + " are in use";
        return Problem.error(
                Code.PORT_IN_USE,
                options.port().isPresent() ? "<run.port>" : "",
                what + " on " + options.host(),
                "end the program that holds it, or choose another one with -Dpages.run.port=PORT",
                PortOwner.of(first).map(owner -> "it is held by " + owner).orElse("who holds it cannot be told"));
    }

    private static Undertow server(Options options, int port, HttpHandler root) {
        Undertow.Builder builder = Undertow.builder()
                // Heads are parsed byte by byte, which is dear with direct buffers until all of it is compiled.
                .setDirectBuffers(false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_HEADERS, 200)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 65536)
                .setHandler(root);
        if (options.tls().isPresent()) {
            builder.addHttpsListener(port, options.host(), options.tls().get());
        } else {
            builder.addHttpListener(port, options.host());
        }
        return builder.build();
    }

    private static HttpHandler root(FrontState state, Options options) {
        DurationLimit duration = new DurationLimit(options.limits(), state);
        HostGuard guard = new HostGuard(options.host());
        Edge edge =
                new Edge(state, new FunctionProxy(state::worker, duration::enforcedMillis), options.frontend(), guard);
        HttpHandler limited = new BodyLimit(options.limits(), edge);
        return exchange -> {
            String path = exchange.getRequestURI();
            if (path.equals("/__pages") || path.startsWith("/__pages/")) {
                dashboard(guard, options.dashboard(), exchange);
                return;
            }
            Trace trace = Trace.of(exchange);
            exchange.addExchangeCompleteListener((done, next) -> {
                duration.judge(trace);
                state.served(trace.record(done));
                next.proceed();
            });
            limited.handleRequest(exchange);
        };
    }

    private static void dashboard(HostGuard guard, HttpHandler dashboard, HttpServerExchange exchange)
            throws Exception {
        if (guard.allows(exchange)) {
            dashboard.handleRequest(exchange);
        } else {
            exchange.setStatusCode(403);
            exchange.getResponseSender().send("The dashboard answers its own host only.\n");
        }
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }
}
