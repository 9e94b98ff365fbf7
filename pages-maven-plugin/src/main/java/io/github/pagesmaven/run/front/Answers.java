package io.github.pagesmaven.run.front;

import io.github.pagesmaven.json.JsonText;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers that the server makes itself: a page for browsers, JSON for all other clients. */
public final class Answers {
    private static final String PAGE = page();

    private Answers() {}

    /**
     * Ends a request.
     *
     * @param status of the response
     * @param title one line
     * @param text a sentence
     * @param lines shown as they are, for example the last lines of a worker
     */
    public static void send(HttpServerExchange exchange, int status, String title, String text, List<String> lines) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        byte[] body;
        if (wantsPage(exchange)) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
            String log = lines.isEmpty() ? "" : "<pre tabindex=\"0\">" + escape(String.join("\n", lines)) + "</pre>";
            body = PAGE.formatted(escape(title), escape(text), log, PageReload.LINE)
                    .getBytes(StandardCharsets.UTF_8);
        } else {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            body = json(status, title, text, lines);
        }
        exchange.setResponseContentLength(body.length);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    private static String page() {
        try (InputStream in = Answers.class.getResourceAsStream("answer.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(int status, String title, String text, List<String> lines) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", status);
        content.put("error", title);
        content.put("message", text);
        if (!lines.isEmpty()) {
            content.put("log", lines);
        }
        return JsonText.line(content).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the client is a browser that shows a page. */
    static boolean wantsPage(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.ACCEPT))
                .orElse("")
                .contains("text/html");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
