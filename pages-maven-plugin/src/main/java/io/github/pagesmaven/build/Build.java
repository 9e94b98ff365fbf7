package io.github.pagesmaven.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.install.CacheDirectory;
import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.resolve.ResolveRequest;
import io.github.pagesmaven.route.Explanation;
import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.zip.ZipReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The conveyor. Each verb runs the stages that it needs; what is unchanged costs next to nothing. */
public final class Build {
    private final BuildRequest request;
    private final BuildLog log;
    private final Supplier<Interpreters> interpreters;
    private final Supplier<Optional<Interpreter>> interpreter;
    private final Supplier<Optional<Interpreter>> judge;
    private final Supplier<WheelCache> cache;

    /**
     * @param request every decision
     * @param log told what a user wants to know
     */
    public Build(BuildRequest request, BuildLog log) {
        this.request = request;
        this.log = log;
        this.interpreters = new Once<>(() -> new Interpreters(
                System.getenv(),
                request.project().directory(),
                Optional.of(memory().resolve(WheelCache.INTERPRETERS))));
        this.interpreter = new Once<>(this::findInterpreter);
        this.judge = new Once<>(this::judge);
        this.cache = new Once<>(this::openCache);
    }

    /** Reads the functions; leaves routes.json. */
    public Scanned scan() {
        Scanned scanned = scanned().withFunctions();
        WorkFiles.write(
                request.project().work().resolve("routes.json"),
                scanned.routes().keep().report().getBytes(UTF_8));
        log.scanned(scanned.tree(), scanned.routes().lines());
        return scanned;
    }

    /** Finds out what is to be installed; leaves requirements.txt and pylock.toml. */
    public Resolved resolve() {
        Resolved resolved = resolved(scanned().withFunctions());
        log.resolved(resolved);
        return resolved;
    }

    /** Lays out the folder that is deployed; leaves staging. */
    public Bundle stage() {
        Scanned scanned = scanned().withFunctions();
        return bundleStep().run(scanned, resolved(scanned));
    }

    /** Writes the artifact and says where it is. */
    public Path zip() {
        Scanned scanned = scanned().withFunctions();
        Bundle bundle = bundleStep().runForArchive(scanned, resolved(scanned));
        ZipReport report = new ZipStep(request, log).run(scanned, bundle);
        log.zipped(shown(request.project().zip()), report);
        return request.project().zip();
    }

    /** Reads the functions and judges nothing: mistakes are in the result. */
    public Scanned read() {
        return new ScanStep(request, judge).run();
    }

    /**
     * Installs what functions need on the interpreter at hand, in folders of its own; the staging folder is left alone.
     * Mistakes of the user are in the result.
     */
    public HostBundle host(FunctionTree tree) {
        return new HostStep(request, log, cache.get()).run(tree, this::requireInterpreter);
    }

    /** Prints the route table. */
    public void routes(boolean json) {
        Scanned scanned = scanned();
        if (json) {
            log.document(scanned.routes().report());
        } else {
            log.answer(scanned.routes().lines());
        }
    }

    /** Prints which function answers a path, and why. */
    public void explain(String path, String method, boolean json) {
        Explanation explanation = scanned().routes().table().explain(path, method);
        if (json) {
            log.document(new String(RouteJson.explanation(explanation), UTF_8));
        } else {
            log.answer(explanation.lines());
        }
    }

    /** Resolves anew and writes pylock.toml beside the POM. */
    public void lock() {
        Resolved resolved = resolveStep().lock(scanned().withFunctions().tree());
        log.locked(request.project().directory().resolve(ResolveRequest.LOCK), resolved);
    }

    /** Empties the cache of wheels. */
    public void cleanCache() {
        Path directory = cacheDirectory();
        try {
            log.cacheCleaned(directory, WheelCache.clean(directory));
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            "<cacheDirectory>",
                            directory + " cannot be emptied",
                            "make it writable, or delete it by hand",
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private Scanned scanned() {
        return read().judged(log);
    }

    /** Who compiles the sources. None is no obstacle: handlers alone are packaged without Python. */
    private Optional<Interpreter> judge() {
        Optional<Interpreter> found = interpreter.get();
        if (found.isEmpty()) {
            log.problem(Problem.warning(
                    Code.PYTHON_MISSING,
                    "",
                    "no Python was found: no interpreter has checked the sources, the plugin's own reader has",
                    "install Python " + request.target().python().majorMinor()
                            + ", or name one with -Dpages.python=PATH"));
        }
        return found;
    }

    private Resolved resolved(Scanned scanned) {
        Resolved resolved = resolveStep().run(scanned.tree());
        WorkFiles.write(
                request.project().work().resolve("requirements.txt"),
                resolved.text().getBytes(UTF_8));
        return resolved;
    }

    private ResolveStep resolveStep() {
        return new ResolveStep(request, log, this::requireInterpreter, cache.get());
    }

    private BundleStep bundleStep() {
        return new BundleStep(request, log, interpreter, cache.get());
    }

    private WheelCache openCache() {
        return WheelCache.open(cacheDirectory(), request.project().work().resolve("cache"), log::problem);
    }

    private Path cacheDirectory() {
        return request.requirements()
                .cacheDirectory()
                .orElseGet(() -> CacheDirectory.of(
                        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    /** What interpreters have answered outlives mvn clean, where there is a place for that. */
    private Path memory() {
        Path directory = cacheDirectory();
        return Files.isWritable(directory) ? directory : request.project().work();
    }

    private Optional<Interpreter> findInterpreter() {
        Optional<Interpreter> found = interpreters
                .get()
                .find(request.requirements().python(), request.target().python());
        log.detail(found.map(python -> "Python " + python.version() + " at " + python.executable())
                .orElse("no Python was found"));
        return found;
    }

    private Interpreter requireInterpreter() {
        return interpreter.get().orElseGet(() -> interpreters
                .get()
                .require(request.requirements().python(), request.target().python()));
    }

    private Path shown(Path path) {
        Path project = request.project().directory();
        return path.startsWith(project) ? project.relativize(path) : path;
    }
}
