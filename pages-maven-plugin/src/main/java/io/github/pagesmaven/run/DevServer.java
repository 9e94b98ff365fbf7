package io.github.pagesmaven.run;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.console.Letters;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.dashboard.Dashboard;
import io.github.pagesmaven.run.dashboard.History;
import io.github.pagesmaven.run.front.Front;
import io.github.pagesmaven.run.front.PortOwner;
import io.github.pagesmaven.run.frontend.Frontend;
import io.github.pagesmaven.run.project.BundleSource;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.watch.Watcher;
import io.github.pagesmaven.run.worker.Gate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The local server of a project. Serves from {@link #start} to {@link #close}; what it has started is gone when it is
 * closed, or when its process is, however that ends.
 */
public final class DevServer implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final Project project;
    private final RunSettings settings;
    private final History history;
    private final Dashboard dashboard;
    private final ServedBundle served;
    private final Functions functions;
    private final Site site;
    private final CountDownLatch quit = new CountDownLatch(1);
    private final Optional<Frontend> frontend;
    private Optional<Front> front = Optional.empty();
    private Optional<Watcher> watcher = Optional.empty();

    /**
     * @param project what is served
     * @param settings how
     * @param source scans and installs
     * @param listener told what happens
     */
    public DevServer(Project project, RunSettings settings, BundleSource source, RunListener listener) {
        this.project = project;
        this.settings = settings;
        this.dashboard = new Dashboard();
        this.history = new History(listener, dashboard::publish);
        this.frontend = settings.frontend().map(Frontend::new);
        Gate gate = new Gate(settings.reload().on(System.getProperty("os.name", "")), new WorkerLog(history));
        this.served =
                new ServedBundle(project.workDirectory(), project.functionsDirectory(), settings.debugPort(), history);
        Runnable pages = () -> dashboard.publish("pages", "changed");
        this.functions = new Functions(project, source, served, gate, history, pages);
        this.site = new Site(project, functions, gate, new Reloader(project, functions, history), history, pages);
    }

    /**
     * Listens, and returns when the first worker answers.
     *
     * @throws PagesException when the environment does not allow it: no port, no interpreter
     */
    public void start() throws InterruptedException {
        long start = System.nanoTime();
        try {
            served.unpack();
            functions.expect();
            site.reloader().start();
            listen();
            watch();
            functions.first().join();
            frontend.ifPresent(
                    server -> server.start(functions.guard(), project.directory(), history, settings.color()));
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof PagesException known ? known : e;
        } catch (IOException e) {
            close();
            throw PagesException.error(
                    Problem.error(
                            Code.WORKER_FAILED,
                            "",
                            "pages:run cannot write to " + project.workDirectory(),
                            "make the folder writable",
                            String.valueOf(e.getMessage())),
                    e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        announce(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private void announce(long millis) {
        history.started(new StartupText(project, settings, functions, site).startup(url(), millis));
        if (settings.commands()) {
            Letters.listen(System.in, new Commands(this, history).byLetter());
        }
        if (settings.open()) {
            Browser.open(url(), history);
        }
    }

    private void listen() throws IOException, InterruptedException {
        DashboardState state = new DashboardState(settings, functions, site, history);
        dashboard.show(state);
        Front.Options options = new Front.Options(
                settings.host(),
                settings.port(),
                RunSettings.DEFAULT_PORT,
                settings.https() ? Optional.of(OwnCertificate.in(project.workDirectory())) : Optional.empty(),
                settings.limits(),
                dashboard,
                frontend.map(server -> server));
        Front opened = Front.open(site, options);
        front = Optional.of(opened);
        tellWhere(opened);
    }

    private void tellWhere(Front opened) {
        if (!LOOPBACK.contains(settings.host())) {
            history.note("everybody who reaches " + settings.host() + " can call the functions");
        }
        if (settings.port().isEmpty() && opened.port() != RunSettings.DEFAULT_PORT) {
            String owner = PortOwner.of(RunSettings.DEFAULT_PORT).orElse("another program");
            history.note(RunSettings.DEFAULT_PORT + " is used by " + owner + " - using " + opened.port());
        }
    }

    private void watch() throws IOException {
        WatchMode mode = settings.watch().on(System.getProperty("os.name", ""));
        if (mode == WatchMode.REQUEST) {
            return;
        }
        Watcher made = new Watcher(mode, site::look);
        made.folders(site.folders());
        made.start();
        watcher = Optional.of(made);
        site.onFolders(made::folders);
    }

    /** Waits until {@link #quit}; what the developer starts it with ends it as well. */
    public void await() throws InterruptedException {
        quit.await();
    }

    /** Ends {@link #await}. */
    public void quit() {
        quit.countDown();
    }

    /** Starts the next worker though nothing has changed. */
    public void reload() {
        site.reloader().force();
    }

    /** The route table as it stands, aligned. */
    public List<String> routes() {
        return functions.routing().lines();
    }

    /** Where it listens, with a slash at the end. */
    public String url() {
        String host = settings.host().equals("127.0.0.1") || settings.host().equals("0.0.0.0")
                ? "localhost"
                : settings.host();
        return (settings.https() ? "https" : "http") + "://" + host + ":" + port() + "/";
    }

    /** The port that it listens on. */
    public int port() {
        return front.map(Front::port).orElse(0);
    }

    @Override
    public void close() {
        quit.countDown();
        frontend.ifPresent(Frontend::close);
        functions.close();
        watcher.ifPresent(Watcher::close);
        front.ifPresent(Front::close);
    }
}
