package io.github.pagesmaven.run.dashboard;

import java.util.Map;

/** What the dashboard shows, as it stands when it is asked. */
public interface DashboardData {
    /** Everything, for a page that opens: routes, requests, log, reloads, environment, limits. */
    Map<String, Object> state();

    /** A JSON object that says which file answers a path, and why. */
    String explain(String path, String method);

    /** Starts the next worker though nothing has changed. */
    void reload();
}
