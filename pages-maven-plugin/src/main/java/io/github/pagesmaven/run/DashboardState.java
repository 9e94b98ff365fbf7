package io.github.pagesmaven.run;

import io.github.pagesmaven.platform.Limits;
import io.github.pagesmaven.run.dashboard.DashboardData;
import io.github.pagesmaven.run.dashboard.History;
import io.github.pagesmaven.run.worker.Worker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Collects what the dashboard shows. */
final class DashboardState implements DashboardData {
    private final RunSettings settings;
    private final Functions functions;
    private final Site site;
    private final History history;

    DashboardState(RunSettings settings, Functions functions, Site site, History history) {
        this.settings = settings;
        this.functions = functions;
        this.site = site;
        this.history = history;
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>(history.all());
        state.put("routes", functions.routing().json());
        state.put("files", functions.environment().files());
        state.put("variables", new TreeSet<>(functions.environment().variables().keySet()));
        state.put("limits", limits());
        state.put("generation", site.active().map(Worker::generation).orElse(0));
        return state;
    }

    private Map<String, Object> limits() {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("mode", settings.limits().name());
        limits.put("body", Limits.REQUEST_BODY);
        limits.put("seconds", site.rules().maxDuration().orElse(Limits.LONGEST_DURATION));
        limits.put("bundle", Limits.BUNDLE_SIZE);
        return limits;
    }

    @Override
    public String explain(String path, String method) {
        return functions.routing().explain(path, method);
    }

    @Override
    public void reload() {
        site.reloader().force();
    }
}
