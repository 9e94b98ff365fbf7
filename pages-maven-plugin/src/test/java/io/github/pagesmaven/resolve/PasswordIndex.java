package io.github.pagesmaven.resolve;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A package index (PEP 503) over a folder of wheels that wants a password for every request. */
final class PasswordIndex implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private final boolean hashes;

    PasswordIndex(Path folder, String user, String password, boolean hashes) throws IOException {
        this.folder = folder;
        this.hashes = hashes;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer).setAuthenticator(new BasicAuthenticator("index") {
            @Override
            public boolean checkCredentials(String givenUser, String givenPassword) {
                return user.equals(givenUser) && password.equals(givenPassword);
            }
        });
        server.start();
    }

    /** {@code 127.0.0.1:PORT} */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        byte[] body;
        int status = 200;
        if (path.get(1).equals("simple") && path.size() > 2) {
            body = page(path.get(2)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        } else if (Files.exists(folder.resolve(path.get(path.size() - 1)))) {
            body = Files.readAllBytes(folder.resolve(path.get(path.size() - 1)));
        } else {
            body = new byte[0];
            status = 404;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String page(String project) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>\n");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(project.replace('-', '_') + "-")) {
                    String hash = hashes ? "#sha256=" + FolderStore.hash(file) : "";
                    page.append("<a href='/files/" + name + hash + "'>" + name + "</a>\n");
                }
            }
        }
        return page.append("</body></html>\n").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
