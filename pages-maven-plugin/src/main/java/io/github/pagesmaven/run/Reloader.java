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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

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
    private final ReentrantLock looking = new ReentrantLock();
    private volatile EdgeoneJson rules = EdgeoneJson.NONE;

    Reloader(Project project, Functions functions, RunListener listener) {
        this.project = project;
        this.functions = functions;
        this.listener = listener;
        this.sources = new Sources(project);
    }

    /** Takes the first look and begins the first generation. */
    void start() {
        alone(() -> {
            sources.changes(System.nanoTime());
            readRules();
            functions.reload(List.of());
        });
    }

    private void alone(Runnable step) {
        looking.lock();
        try {
            step.run();
        } finally {
            looking.unlock();
        }
    }

    /** Looks at the sources, unless that was done after a moment, and begins what the changes demand. */
    void refresh(long since) {
        alone(() -> {
            if (!sources.areUnchanged(since)) {
                apply(sources.changes(since));
            }
        });
    }

    /** The same with a thorough look. */
    void look() {
        alone(() -> apply(sources.changes(System.nanoTime())));
    }

    /** A quick look; false when there is something to do, another thread does it, or there are many files. */
    boolean isCurrent(long since) {
        if (!looking.tryLock()) {
            return false;
        }
        try {
            return sources.areFew() && sources.areUnchanged(since);
        } finally {
            looking.unlock();
        }
    }

    private void apply(Set<Path> changed) {
        List<String> reloading = new ArrayList<>();
        for (Path file : changed) {
            String name = shown(file);
            if (name.startsWith("edgeone.json")) {
                long start = System.nanoTime();
                String outcome = readRules() + ", worker kept";
                functions.pagesChanged();
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                listener.reloaded(new Reload(System.currentTimeMillis(), List.of(name), outcome, millis, ""));
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
    void force() {
        alone(functions::reloadByHand);
    }

    /** Says how many rules are others than before. */
    private String readRules() {
        EdgeoneJson old = rules;
        rules = EdgeoneJson.read(project.directory());
        rules.problems().stream().filter(told::add).forEach(listener::problem);
        told.retainAll(rules.problems());
        int changed = rules.differences(old);
        return changed + (changed == 1 ? " rule changed" : " rules changed");
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
