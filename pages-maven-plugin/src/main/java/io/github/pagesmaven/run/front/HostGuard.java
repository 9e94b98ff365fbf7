package io.github.pagesmaven.run.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps foreign pages away from what only the developer may see or open: a name that points to this machine (DNS
 * rebinding) is refused by its Host, a page of another origin by its Origin.
 */
public final class HostGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+\\]");

    private final String bound;

    /** @param bound the address that the server listens on */
    public HostGuard(String bound) {
        this.bound = bound.toLowerCase(Locale.ROOT);
    }

    /** Whether the developer's own browser, or a program on this machine, asks. */
    public boolean allows(HttpServerExchange exchange) {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        if (hosts == null || hosts.size() != 1 || !isOwn(name(hosts.getFirst()))) {
            return false;
        }
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        return origin == null
                || originHost(origin).filter(hosts.getFirst()::equalsIgnoreCase).isPresent();
    }

    private boolean isOwn(String name) {
        boolean loopback = LOOPBACK.contains(name) || name.endsWith(".localhost");
        boolean everywhere = bound.equals("0.0.0.0") || bound.equals("::");
        return loopback
                || name.equals(bound)
                || (everywhere && ADDRESS.matcher(name).matches());
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> originHost(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority());
        } catch (URISyntaxException noOrigin) {
            return Optional.empty();
        }
    }
}
