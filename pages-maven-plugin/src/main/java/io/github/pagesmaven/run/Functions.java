package io.github.pagesmaven.run;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.Reload;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.project.BundleSource;
import io.github.pagesmaven.run.project.DotEnv;
import io.github.pagesmaven.run.project.LiveBundle;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.project.Routing;
import io.github.pagesmaven.run.worker.Completions;
import io.github.pagesmaven.run.worker.Gate;
import io.github.pagesmaven.run.worker.WorkerFailure;
import io.github.pagesmaven.run.worker.WorkerSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Loads the functions and brings up their workers, one generation after the other, in a thread of its own. */
final class Functions implements AutoCloseable {
    private static final long SILENCE_MILLIS = 1500;

    private final Project project;
    private final BundleSource source;
    private final ServedBundle served;
    private final LastPython last;
    private final Gate gate;
    private final RunListener listener;
    private final Runnable pages;
    private final Set<Problem> told = new HashSet<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final ExecutorService builder = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pages-reload");
        thread.setDaemon(true);
        return thread;
    });

    private volatile int wanted;
    private volatile Optional<LiveBundle> bundle = Optional.empty();
    private volatile DotEnv environment = new DotEnv(List.of(), Map.of());

    /** @param pages called when browsers should load their pages anew */
    Functions(
            Project project,
            BundleSource source,
            ServedBundle served,
            Gate gate,
            RunListener listener,
            Runnable pages) {
        this.project = project;
        this.source = source;
        this.served = served;
        this.last = new LastPython(project.workDirectory());
        this.gate = gate;
        this.listener = listener;
        this.pages = pages;
    }

    /** Starts what ran the functions last time, so that its libraries are imported while the sources are read. */
    void expect() throws IOException {
        environment = DotEnv.read(project.directory(), System.getenv());
        last.read().map(python -> served.setup(python, environment.variables())).ifPresent(gate::expect);
    }

    /** Begins the next generation; requests that come from now on wait for it. */
    void reload(List<String> files) {
        reload(files, false);
    }

    /** Begins the next generation though nothing has changed; tries again to install what is missing. */
    void reloadByHand() {
        reload(List.of("by hand"), true);
    }

    private void reload(List<String> files, boolean again) {
        int generation = gate.begin();
        wanted = generation;
        long start = System.nanoTime();
        builder.execute(() -> bringUp(generation, files, again, start));
    }

    private void bringUp(int generation, List<String> files, boolean again, long start) {
        if (generation != wanted) {
            return;
        }
        try {
            LiveBundle live = load(again);
            List<String> changes = replace(live);
            if (live.python().isEmpty()) {
                leaveUnserved(generation, live.problems(), files, start);
                return;
            }
            last.keep(live.python().get());
            WorkerSetup setup = served.setup(live.python().get(), environment.variables());
            Completions.whenDone(
                    gate.serve(generation, setup), (swap, failure) -> served(swap, failure, files, changes, start));
        } catch (PagesException e) {
            giveUp(generation, e, String.valueOf(e.getMessage()), () -> tell(e.problems()));
        } catch (IOException | RuntimeException e) {
            giveUp(generation, e, String.valueOf(e), () -> listener.note("the functions cannot be loaded: " + e));
        }
    }

    /** Gives a generation up; what was interrupted since pages:run ends is nobody's mistake. */
    private void giveUp(int generation, Exception cause, String message, Runnable telling) {
        if (!builder.isShutdown()) {
            telling.run();
        }
        gate.fail(generation, new WorkerFailure(message, List.of()));
        first.completeExceptionally(cause);
    }

    private void leaveUnserved(int generation, List<Problem> problems, List<String> files, long start) {
        List<String> errors = problems.stream()
                .filter(Problem::isError)
                .flatMap(problem -> problem.lines().stream())
                .toList();
        boolean none = errors.isEmpty();
        String message = none ? "The project has no functions." : "No function can be served before this is mended.";
        gate.fail(generation, new WorkerFailure(message, errors));
        ready(files, none ? "no functions" : "no worker", start, "");
    }

    /** Uses another bundle from now on; says what it changes beside the sources. */
    private List<String> replace(LiveBundle live) throws IOException {
        Optional<LiveBundle> before = bundle;
        DotEnv variables = environment;
        environment = DotEnv.read(project.directory(), System.getenv());
        served.configure(live);
        bundle = Optional.of(live);
        tell(live.problems());
        List<String> changes = new ArrayList<>(ReloadText.distributions(names(before), names(bundle)));
        changes.addAll(ReloadText.variables(variables, environment));
        return changes;
    }

    /** What takes long says so: nobody should have to guess whether anything happens. */
    private LiveBundle load(boolean again) {
        AtomicBoolean loaded = new AtomicBoolean();
        CompletableFuture.delayedExecutor(SILENCE_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            if (!loaded.get()) {
                listener.note("resolving and installing what the functions import ...");
            }
        });
        try {
            return source.load(again);
        } finally {
            loaded.set(true);
        }
    }

    private static Set<String> names(Optional<LiveBundle> live) {
        return live.flatMap(LiveBundle::python)
                .map(LiveBundle.Python::distributions)
                .orElse(Set.of());
    }

    private void served(
            Gate.@Nullable Swap swap,
            @Nullable Throwable failure,
            List<String> files,
            List<String> changes,
            long start) {
        if (failure != null) {
            listener.note("no worker: " + failure.getMessage());
            first.complete(null);
        } else if (swap != null && swap.used()) {
            List<String> outcome = new ArrayList<>(changes);
            outcome.add("worker " + swap.generation());
            ready(files, String.join(", ", outcome), start, ReloadText.waited(swap));
        }
    }

    private void ready(List<String> files, String outcome, long start, String waited) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (!files.isEmpty()) {
            listener.reloaded(new Reload(System.currentTimeMillis(), files, outcome, millis, waited));
        }
        first.complete(null);
        pages.run();
    }

    private void tell(List<Problem> problems) {
        problems.stream().filter(told::add).forEach(listener::problem);
        told.retainAll(problems);
    }

    /** Browsers should load their pages anew. */
    void pagesChanged() {
        pages.run();
    }

    /** The command that runs another one behind it and ends it with this process; none without an interpreter. */
    Optional<List<String>> guard() {
        return bundle.flatMap(LiveBundle::python).map(served::guard);
    }

    /** Completes when the first worker answers, or cannot be had. */
    CompletableFuture<Void> first() {
        return first;
    }

    DotEnv environment() {
        return environment;
    }

    /** What is served; before the first load nothing is. */
    Optional<LiveBundle> bundle() {
        return bundle;
    }

    Routing routing() {
        return bundle.map(LiveBundle::routing).orElse(Routing.NONE);
    }

    @Override
    public void close() {
        builder.shutdownNow();
        gate.close();
    }
}
