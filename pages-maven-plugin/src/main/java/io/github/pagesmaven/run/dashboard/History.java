package io.github.pagesmaven.run.dashboard;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.Reload;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.console.Startup;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Keeps the last events of each kind, and passes each on as it comes. */
public final class History implements RunListener {
    private static final int REQUESTS = 500;
    private static final int LINES = 500;
    private static final int RELOADS = 100;

    private final RunListener next;
    private final BiConsumer<String, Object> live;
    private final Deque<Object> requests = new ArrayDeque<>();
    private final Deque<Object> reloads = new ArrayDeque<>();
    private final Deque<Object> log = new ArrayDeque<>();
    private final Map<String, Object> startup = new LinkedHashMap<>();

    /**
     * @param next hears everything too
     * @param live takes name and content of each event for open pages
     */
    public History(RunListener next, BiConsumer<String, Object> live) {
        this.next = next;
        this.live = live;
    }

    private void keep(Deque<Object> kept, int most, String name, Object event) {
        synchronized (kept) {
            kept.addLast(event);
            if (kept.size() > most) {
                kept.removeFirst();
            }
        }
        live.accept(name, event);
    }

    private static List<Object> copy(Deque<Object> kept) {
        synchronized (kept) {
            return new ArrayList<>(kept);
        }
    }

    /** All that is kept, by kind, the oldest first. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        synchronized (startup) {
            all.putAll(startup);
        }
        all.put("requests", copy(requests));
        all.put("reloads", copy(reloads));
        all.put("log", copy(log));
        return all;
    }

    private void line(String kind, List<String> lines) {
        lines.forEach(line ->
                keep(log, LINES, "log", Map.of("time", System.currentTimeMillis(), "kind", kind, "text", line)));
    }

    @Override
    public void started(Startup told) {
        synchronized (startup) {
            startup.put("title", told.title());
            startup.put("url", told.url());
            startup.put("frontend", told.frontend());
        }
        live.accept("started", "");
        next.started(told);
    }

    @Override
    public void served(RequestRecord request) {
        keep(requests, REQUESTS, "request", request);
        next.served(request);
    }

    @Override
    public void reloaded(Reload reload) {
        keep(reloads, RELOADS, "reloaded", reload);
        next.reloaded(reload);
    }

    @Override
    public void broken(BrokenFunction function) {
        line("error", List.of(function.where() + "  " + function.error()));
        line("error", function.source());
        next.broken(function);
    }

    @Override
    public void problem(Problem problem) {
        line(problem.isError() ? "error" : "warning", problem.lines());
        next.problem(problem);
    }

    @Override
    public void printed(String text) {
        line("printed", List.of(text));
        next.printed(text);
    }

    @Override
    public void note(String text) {
        line("note", List.of(text));
        next.note(text);
    }

    @Override
    public void show(List<String> lines) {
        next.show(lines);
    }

    @Override
    public void clear() {
        next.clear();
    }

    @Override
    public void debug(String text) {
        next.debug(text);
    }
}
