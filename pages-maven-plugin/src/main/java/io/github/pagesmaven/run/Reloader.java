package io.github.pagesmaven.run;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.Reload;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns changes on disk into what is served: rules at once, functions by the next worker. Looking and beginning a
 * generation are one step: nobody who looks later can be handed an older worker.
 */
final class Reloader {
    private final Project project;
    private final Functions functions;
    private final RunListener listener;
    private final Sources sources;
    private final Set<Problem> told = new HashSet<>();
    private volatile EdgeoneJson rules = EdgeoneJson.NONE;

    Reloader(Project project, Functions functions, RunListener listener) {
        this.project = project;
        this.functions = functions;
        this.listener = listener;
        this.sources = new Sources(project);
    }

    /** Takes the first look and begins the first generation. */
    synchronized void start() {
        sources.changes(System.nanoTime());
        readRules();
        functions.reload(List.of());
    }

    /** Looks at the sources, unless that was done after a moment, and begins what the changes demand. */
    synchronized void refresh(long since) {
        Set<Path> changed = sources.changes(since);
        if (!changed.isEmpty()) {
            apply(changed);
        }
    }

    private void apply(Set<Path> changed) {
        List<String> reloading = new ArrayList<>();
        for (Path file : changed) {
            String name = shown(file);
            if (name.startsWith("edgeone.json")) {
                readRules();
                functions.pagesChanged();
                listener.reloaded(
                        new Reload(System.currentTimeMillis(), List.of(name), "rules read, worker kept", 0, 0));
            } else if (name.equals("pom.xml")) {
                listener.note("pom.xml has changed: end this and start mvn pages:run again to use it");
            } else if (name.equals("pages.yaml")) {
                listener.note("pages.yaml has changed: end this and start mvn pages:run again to use it");
            } else {
                reloading.add(name);
            }
        }
        if (!reloading.isEmpty()) {
            functions.reload(reloading);
        }
    }

    /** Begins a generation though nothing has changed. */
    synchronized void force() {
        functions.reload(List.of("by hand"));
    }

    private void readRules() {
        rules = EdgeoneJson.read(project.directory());
        rules.problems().stream().filter(told::add).forEach(listener::problem);
        told.retainAll(rules.problems());
    }

    private String shown(Path file) {
        Path root = file.startsWith(project.functionsDirectory()) ? project.functionsDirectory() : project.directory();
        Path path = file.startsWith(root) ? root.relativize(file) : file;
        return path.toString().replace('\\', '/');
    }

    EdgeoneJson rules() {
        return rules;
    }

    Set<Path> folders() {
        return sources.folders();
    }
}
