package io.github.pagesmaven.run;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

/** A front-end dev server that answers what no function does, its WebSocket for hot reload included. */
final class Frontend {
    private static final int CONNECTIONS = 200;

    private Frontend() {}

    static HttpHandler proxy(String url) {
        LoadBalancingProxyClient client = new LoadBalancingProxyClient()
                .setConnectionsPerThread(CONNECTIONS)
                .setProblemServerRetry(0)
                .addHost(URI.create(url));
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxConnectionRetries(1)
                .build();
    }
}
