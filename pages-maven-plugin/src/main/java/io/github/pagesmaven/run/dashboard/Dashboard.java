package io.github.pagesmaven.run.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Answers below {@code /__pages}. */
public final class Dashboard implements HttpHandler {
    private static final String PREFIX = "/__pages";
    private static final Map<String, String> TYPES = Map.of(
            "dashboard.html", "text/html; charset=utf-8",
            "dashboard.css", "text/css; charset=utf-8",
            "dashboard.js", "text/javascript; charset=utf-8",
            "error.css", "text/css; charset=utf-8",
            "reload.js", "text/javascript; charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Loaded with the first page: binding records takes longer to load than the server to start. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }

    private volatile Optional<Shown> shown = Optional.empty();

    /** The server's classes are loaded with the first of these, while the functions are read in another thread. */
    private record Shown(DashboardData data, ServerSentEventHandler events) {}

    /** Shows data from now on; before that the dashboard is not there. */
    public void show(DashboardData data) {
        shown = Optional.of(new Shown(data, new ServerSentEventHandler()));
    }

    /** Sends an event to all open pages. */
    public void publish(String name, Object content) {
        if (shown.isEmpty() || shown.get().events().getConnections().isEmpty()) {
            return;
        }
        String text = json(content);
        shown.get().events().getConnections().forEach(connection -> connection.send(text, name, null, null));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (shown.isEmpty()) {
            exchange.setStatusCode(404);
            exchange.endExchange();
            return;
        }
        handle(exchange, shown.get().data(), shown.get().events());
    }

    private static void handle(HttpServerExchange exchange, DashboardData data, ServerSentEventHandler events)
            throws Exception {
        String path = exchange.getRequestURI().substring(PREFIX.length());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders().put(new HttpString("X-Content-Type-Options"), "nosniff");
        switch (path) {
            case "", "/" -> page(exchange, "dashboard.html");
            case "/events" -> events.handleRequest(exchange);
            case "/state" ->
                send(exchange, "application/json", json(data.state()).getBytes(StandardCharsets.UTF_8));
            case "/explain" -> explain(exchange, data);
            case "/reload" -> reload(exchange, data);
            default -> page(exchange, path.substring(1));
        }
    }

    private static void explain(HttpServerExchange exchange, DashboardData data) {
        String asked = parameter(exchange, "path", "/");
        String method = parameter(exchange, "method", "GET");
        send(exchange, "application/json", data.explain(asked, method).getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(HttpServerExchange exchange, String name, String usual) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null || values.isEmpty()
                ? usual
                : URLDecoder.decode(values.getFirst(), StandardCharsets.UTF_8);
    }

    private static void reload(HttpServerExchange exchange, DashboardData data) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.dispatch(() -> {
                data.reload();
                exchange.setStatusCode(204);
                exchange.endExchange();
            });
        } else {
            exchange.setStatusCode(405);
            exchange.endExchange();
        }
    }

    private static void page(HttpServerExchange exchange, String name) {
        String type = TYPES.get(name);
        if (type == null) {
            exchange.setStatusCode(404);
            exchange.endExchange();
            return;
        }
        exchange.getResponseHeaders().put(new HttpString("Content-Security-Policy"), POLICY);
        send(exchange, type, resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Dashboard.class.getResourceAsStream("/io/github/pagesmaven/run/dashboard/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpServerExchange exchange, String type, byte[] body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    private static String json(Object content) {
        try {
            return Json.MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
