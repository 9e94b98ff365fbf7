package io.github.pagesmaven.run.console;

import java.util.List;

/**
 * What a developer reads first.
 *
 * @param title project, plugin and interpreter on one line
 * @param url where the server listens
 * @param frontend what answers paths without a function
 * @param routes the route table, aligned
 * @param environment files of variables, with the names in them
 * @param rules counts of the rules of edgeone.json
 * @param millis from the start of the goal to now
 */
public record Startup(
        String title, String url, String frontend, List<String> routes, String environment, String rules, long millis) {
    public Startup {
        routes = List.copyOf(routes);
    }
}
