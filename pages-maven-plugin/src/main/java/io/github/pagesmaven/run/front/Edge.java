package io.github.pagesmaven.run.front;

import io.github.pagesmaven.run.project.Routing.Target;
import io.github.pagesmaven.run.worker.Completions;
import io.github.pagesmaven.run.worker.Worker;
import io.github.pagesmaven.run.worker.WorkerFailure;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers as the platform's edge does: redirects, the trailing slash, static files, functions, rewrites, and at last
 * the 404 page or the page of a single-page application.
 */
final class Edge implements HttpHandler {
    private static final HttpString NOTE = new HttpString("X-Pages-Dev");
    private static final int PATIENCE_SECONDS = 30;
    private static final int REPLACED_MILLIS = 2;

    private final FrontState state;
    private final FunctionProxy functions;
    private final Optional<HttpHandler> frontend;
    private final HostGuard guard;
    private final FileSender files = new FileSender();

    /** @param frontend a front-end dev server that stands in for the static files */
    Edge(FrontState state, FunctionProxy functions, Optional<HttpHandler> frontend, HostGuard guard) {
        this.state = state;
        this.functions = functions;
        this.frontend = frontend;
        this.guard = guard;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Trace trace = Trace.of(exchange);
        if (!exchange.isInIoThread()) {
            state.refresh(trace.started());
        } else if (!state.isCurrent(trace.started())) {
            exchange.dispatch(this);
            return;
        }
        Optional<EdgePath> path = EdgePath.of(exchange.getRequestURI());
        EdgeRules rules = new EdgeRules(state.rules());
        exchange.addResponseCommitListener(committed -> {
            committed.getResponseHeaders().put(NOTE, trace.header());
            path.ifPresent(known -> rules.addHeaders(committed, known));
            FunctionProxy.releaseStream(committed);
        });
        if (path.isEmpty()) {
            trace.answered("bad path");
            Answers.send(exchange, 400, "Bad path", "The path is malformed, or leads upwards.", List.of());
            return;
        }
        if (exchange.getRequestHeaders().contains(Headers.UPGRADE) && !guard.allows(exchange)) {
            trace.answered("foreign origin");
            exchange.setPersistent(false);
            Answers.send(exchange, 403, "Foreign origin", "A page of another origin may open no WebSocket.", List.of());
            return;
        }
        route(exchange, path.get(), rules);
    }

    private void route(HttpServerExchange exchange, EdgePath path, EdgeRules rules) throws Exception {
        Optional<EdgeRules.Elsewhere> elsewhere = rules.redirect(exchange, path);
        if (elsewhere.isPresent()) {
            redirect(exchange, elsewhere.get());
            return;
        }
        StaticSite site = state.site();
        Optional<Path> file = frontend.isPresent() ? Optional.empty() : site.find(path);
        if (file.isPresent()) {
            mayBlock(exchange, blocking -> sendStatic(blocking, path, file.get(), site));
        } else {
            awaitWorker(exchange, path, rules);
        }
    }

    /** Whatever reads files or may wait is done in a thread that serves no other connection meanwhile. */
    private static void mayBlock(HttpServerExchange exchange, HttpHandler work) throws Exception {
        if (exchange.isInIoThread()) {
            exchange.dispatch(work);
        } else {
            work.handleRequest(exchange);
        }
    }

    private void awaitWorker(HttpServerExchange exchange, EdgePath path, EdgeRules rules) throws Exception {
        Trace trace = Trace.of(exchange);
        CompletableFuture<Worker> worker = state.worker();
        if (worker.isDone()) {
            callFunction(exchange, path, rules, worker);
            return;
        }
        long parked = System.nanoTime();
        CompletableFuture<Worker> waiting = worker.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> Completions.whenDone(waiting, (done, failure) -> {
                    trace.held(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - parked));
                    boolean late = failure instanceof TimeoutException;
                    exchange.dispatch(waited -> afterWait(waited, path, rules, waiting, late));
                }));
    }

    private void afterWait(
            HttpServerExchange exchange, EdgePath path, EdgeRules rules, CompletableFuture<Worker> worker, boolean late)
            throws Exception {
        if (late) {
            Answers.send(
                    exchange,
                    503,
                    "The functions are not ready",
                    "No worker was ready within " + PATIENCE_SECONDS + " seconds; the request was given up.",
                    List.of());
        } else {
            callFunction(exchange, path, rules, worker);
        }
    }

    private void callFunction(
            HttpServerExchange exchange, EdgePath path, EdgeRules rules, CompletableFuture<Worker> future)
            throws Exception {
        Optional<Target> target = state.routing().find(path.names());
        if (target.isEmpty()) {
            mayBlock(exchange, blocking -> fallBack(blocking, path, rules));
            return;
        }
        Trace.of(exchange).answered(target.get().pattern());
        try {
            Worker worker = future.join();
            if (worker.enter()) {
                functions.send(exchange, worker);
            } else {
                // It was replaced or has ended in between: its successor is on the way.
                mayBlock(exchange, blocking -> {
                    Thread.sleep(REPLACED_MILLIS);
                    route(blocking, path, rules);
                });
            }
        } catch (CompletionException e) {
            fail(exchange, e.getCause() == null ? e : e.getCause());
        }
    }

    private static void fail(HttpServerExchange exchange, Throwable failure) {
        List<String> log = failure instanceof WorkerFailure known ? known.log() : List.of();
        String message = String.valueOf(failure.getMessage());
        Answers.send(exchange, 500, "The functions cannot be served", message, log);
    }

    private static void redirect(HttpServerExchange exchange, EdgeRules.Elsewhere elsewhere) {
        Trace.of(exchange).answered(elsewhere.rule() + " -> " + elsewhere.location());
        exchange.setStatusCode(elsewhere.statusCode());
        exchange.getResponseHeaders().put(Headers.LOCATION, elsewhere.location());
        exchange.endExchange();
    }

    private void sendStatic(HttpServerExchange exchange, EdgePath path, Path file, StaticSite site) throws Exception {
        Trace.of(exchange).answered("static " + site.name(file));
        boolean folder = file.endsWith("index.html")
                && !path.endsWithSlash()
                && !path.raw().endsWith("index.html");
        if (!reads(exchange)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            Answers.send(exchange, 405, "Method not allowed", "A static file takes GET and HEAD.", List.of());
        } else if (folder && state.rules().trailingSlash().isEmpty()) {
            redirect(exchange, new EdgeRules.Elsewhere("folder", 302, path.raw().replaceFirst("^/+", "/") + "/"));
        } else {
            files.send(exchange, file);
        }
    }

    private static boolean reads(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
    }

    private void fallBack(HttpServerExchange exchange, EdgePath path, EdgeRules rules) throws Exception {
        if (frontend.isPresent()) {
            Trace.of(exchange).answered("frontend");
            frontend.get().handleRequest(exchange);
            return;
        }
        Optional<EdgeRules.Elsewhere> rewrite = rules.rewrite(path);
        Optional<Path> rewritten =
                rewrite.flatMap(rule -> EdgePath.of(rule.location())).flatMap(state.site()::find);
        Optional<Path> notFound = state.site().top("404.html");
        Optional<Path> page =
                notFound.isPresent() ? Optional.empty() : state.site().singlePage();
        Trace trace = Trace.of(exchange);
        if (!reads(exchange) || (rewritten.isEmpty() && notFound.isEmpty() && page.isEmpty())) {
            trace.answered("no route");
            Answers.send(exchange, 404, "Not found", "No file and no function answers " + path.raw() + ".", List.of());
        } else if (rewritten.isPresent()) {
            trace.answered(rewrite.map(EdgeRules.Elsewhere::rule).orElse("") + " -> "
                    + state.site().name(rewritten.get()));
            files.send(exchange, rewritten.get());
        } else if (notFound.isPresent()) {
            trace.answered("no route > " + state.site().name(notFound.get()));
            exchange.setStatusCode(404);
            files.send(exchange, notFound.get());
        } else {
            trace.answered("single page " + state.site().name(page.orElseThrow()));
            files.send(exchange, page.orElseThrow());
        }
    }
}
