package io.github.pagesmaven.run.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.resource.PathResource;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.ETag;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.MimeMappings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** Sends files: with ETag, conditions and ranges; pages with the line that reloads them. */
final class FileSender {
    private static final long LARGEST_PAGE = 4L * 1024 * 1024;
    private static final MimeMappings TYPES = MimeMappings.builder()
            .addMapping("html", "text/html; charset=utf-8")
            .addMapping("htm", "text/html; charset=utf-8")
            .addMapping("css", "text/css; charset=utf-8")
            .addMapping("js", "text/javascript; charset=utf-8")
            .addMapping("mjs", "text/javascript; charset=utf-8")
            .addMapping("json", "application/json")
            .addMapping("map", "application/json")
            .addMapping("txt", "text/plain; charset=utf-8")
            .addMapping("md", "text/markdown; charset=utf-8")
            .addMapping("svg", "image/svg+xml")
            .addMapping("webp", "image/webp")
            .addMapping("avif", "image/avif")
            .addMapping("wasm", "application/wasm")
            .addMapping("webmanifest", "application/manifest+json")
            .addMapping("woff2", "font/woff2")
            .build();

    /** Sends a file to a GET or HEAD, with the status that the exchange has. */
    void send(HttpServerExchange exchange, Path file) throws Exception {
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
        boolean page = file.toString().endsWith(".html") && Files.size(file) <= LARGEST_PAGE;
        if (page) {
            sendPage(exchange, file);
        } else {
            sendResource(exchange, file);
        }
    }

    private static void sendResource(HttpServerExchange exchange, Path file) throws Exception {
        Path parent = file.toAbsolutePath().getParent();
        PathResourceManager manager = new PathResourceManager(parent, 1024 * 1024);
        String version =
                Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "-" + Long.toHexString(Files.size(file));
        PathResource resource =
                new PathResource(file, manager, String.valueOf(file.getFileName()), new ETag(false, version));
        new ResourceHandler((ignored, path) -> resource).setMimeMappings(TYPES).handleRequest(exchange);
    }

    private static void sendPage(HttpServerExchange exchange, Path file) throws Exception {
        byte[] page = Files.readAllBytes(file);
        byte[] line = PageReload.LINE.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(page);
        String tag = "\"" + Long.toHexString(checksum.getValue()) + "-" + Integer.toHexString(page.length) + "\"";
        exchange.getResponseHeaders().put(Headers.ETAG, tag);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
        String known = Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH))
                .orElse("");
        if (exchange.getStatusCode() == 200 && known.contains(tag)) {
            exchange.setStatusCode(304);
            exchange.endExchange();
            return;
        }
        exchange.setResponseContentLength(page.length + line.length);
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(new ByteBuffer[] {ByteBuffer.wrap(page), ByteBuffer.wrap(line)});
        }
    }
}
