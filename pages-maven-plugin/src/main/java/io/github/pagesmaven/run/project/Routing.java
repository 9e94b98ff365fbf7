package io.github.pagesmaven.run.project;

import java.util.List;
import java.util.Optional;

/** Which function answers which path: the route table, as far as the server asks it. */
public interface Routing {
    /** No function at all. */
    Routing NONE = new Routing() {
        @Override
        public Optional<Target> find(List<String> segments) {
            return Optional.empty();
        }

        @Override
        public List<String> lines() {
            return List.of();
        }

        @Override
        public List<String> brief() {
            return List.of();
        }

        @Override
        public String json() {
            return "[]";
        }

        @Override
        public String explain(String path, String method) {
            return "{}";
        }
    };

    /**
     * The function that a path leads to.
     *
     * @param segments decoded; none is empty but where slashes follow each other
     */
    Optional<Target> find(List<String> segments);

    /** The route table for people, aligned. */
    List<String> lines();

    /** The same with one line for each function. */
    List<String> brief();

    /** The routes for the dashboard: a JSON list. */
    String json();

    /** Says as a JSON object which file answers a path and why. */
    String explain(String path, String method);

    /**
     * A function that answers.
     *
     * @param pattern its route in the platform's notation
     * @param file its file, from the functions directory
     */
    record Target(String pattern, String file) {}
}
