package io.github.pagesmaven.run;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.platform.StaticFiles;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.front.FrontState;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.front.StaticSite;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.project.Routing;
import io.github.pagesmaven.run.watch.Snapshot;
import io.github.pagesmaven.run.worker.Gate;
import io.github.pagesmaven.run.worker.Worker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the front serves, as it stands: rules, static files, functions. */
final class Site implements FrontState {
    private final Project project;
    private final Functions functions;
    private final Gate gate;
    private final Reloader reloader;
    private final RunListener listener;
    private final Runnable pages;
    private volatile Consumer<Set<Path>> onFolders = folders -> {};
    private volatile StaticFiles staticFiles;
    private volatile Shown shown = new Shown(Optional.empty(), new StaticSite(Path.of(""), Optional.empty()));
    private Snapshot files = Snapshot.NOTHING;

    /** The static front end, and the folder that the rules named when it was chosen. */
    private record Shown(Optional<String> named, StaticSite site) {}

    /** @param pages called when browsers should load their pages anew */
    Site(Project project, Functions functions, Gate gate, Reloader reloader, RunListener listener, Runnable pages) {
        this.project = project;
        this.functions = functions;
        this.gate = gate;
        this.reloader = reloader;
        this.listener = listener;
        this.pages = pages;
        this.staticFiles = decide();
        this.files = take();
    }

    private StaticFiles decide() {
        return StaticFiles.of(
                project.directory(), project.functionsDirectory(), project.staticDirectory(), reloader.rules());
    }

    private Snapshot take() {
        return Snapshot.take(staticFiles.directory().stream().toList(), "node_modules"::equals, files);
    }

    /** Called by the watcher: begins reloads before a request asks, and tells browsers of new static files. */
    synchronized void look() {
        reloader.look();
        StaticFiles decision = decide();
        if (!decision.equals(staticFiles)) {
            staticFiles = decision;
            decision.problems().forEach(listener::problem);
        }
        Snapshot now = take();
        Set<Path> changed = now.changedSince(files);
        files = now;
        if (!changed.isEmpty()) {
            pages.run();
        }
        onFolders.accept(folders());
    }

    /** The mistakes in the choice of the static folder. */
    List<Problem> problems() {
        return staticFiles.problems();
    }

    Set<Path> folders() {
        Set<Path> folders = new TreeSet<>(reloader.folders());
        folders.addAll(files.folders());
        return folders;
    }

    void onFolders(Consumer<Set<Path>> watch) {
        onFolders = watch;
    }

    Reloader reloader() {
        return reloader;
    }

    Optional<Path> staticDirectory() {
        return staticFiles.directory();
    }

    @Override
    public EdgeoneJson rules() {
        return reloader.rules();
    }

    @Override
    public StaticSite site() {
        Optional<String> named = reloader.rules().outputDirectory();
        Shown known = shown;
        if (!known.site().hasFolder() || !known.named().equals(named)) {
            known = new Shown(named, new StaticSite(project.directory(), decide().directory()));
            shown = known;
        }
        return known.site();
    }

    @Override
    public void refresh(long since) {
        reloader.refresh(since);
    }

    @Override
    public boolean isCurrent(long since) {
        return reloader.isCurrent(since);
    }

    @Override
    public CompletableFuture<Worker> worker() {
        return gate.worker();
    }

    Optional<Worker> active() {
        return gate.active();
    }

    @Override
    public Routing routing() {
        return functions.routing();
    }

    @Override
    public void served(RequestRecord record) {
        listener.served(record);
    }
}
