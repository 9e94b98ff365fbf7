package io.github.pagesmaven.resolve;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.Resolution.Basis;
import io.github.pagesmaven.resolve.lock.Inputs;
import io.github.pagesmaven.resolve.lock.Lock;
import io.github.pagesmaven.resolve.lock.LockFile;
import io.github.pagesmaven.resolve.lock.Settings;
import io.github.pagesmaven.resolve.pip.Pip;
import io.github.pagesmaven.resolve.pip.SourceBuilds;
import io.github.pagesmaven.resolve.pip.WheelFetcher;
import io.github.pagesmaven.resolve.wheel.Distribution;
import io.github.pagesmaven.resolve.wheel.Pin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves: by the project's pylock.toml where there is one, by the last resolution where nothing has changed since,
 * else by pip.
 */
public final class Resolver {
    private final ResolveRequest request;
    private final Inputs inputs;
    private final String settings;

    private Resolver(ResolveRequest request) {
        this.request = request;
        this.inputs = Inputs.of(request.requirements(), request.projectDirectory());
        this.settings = Settings.fingerprint(
                request.requirements().declared(),
                request.environment(),
                request.projectDirectory(),
                List.of(request.pluginVersion(), String.valueOf(request.allowSourceBuild())));
    }

    /**
     * The distributions to install, each with its wheel in the store.
     *
     * @throws PagesException PAGES-002, 010 to 013 and 026
     */
    public static Resolution resolve(ResolveRequest request) {
        return new Resolver(request).resolve();
    }

    /** The same without the project's lock, which is for the machine that functions are deployed to. */
    public static Resolution resolveForHost(ResolveRequest request) {
        Resolver resolver = new Resolver(request);
        return resolver.check().orElseGet(resolver::withoutLock);
    }

    /** Asks pip anew and writes the project's pylock.toml. */
    public static Resolution lock(ResolveRequest request) {
        List<Problem> builds = SourceBuilds.in(request.requirements().declared());
        if (!builds.isEmpty()) {
            // A lock promises the same bytes to everybody; what each machine builds itself cannot.
            throw PagesException.failure(builds);
        }
        Resolver resolver = new Resolver(request);
        Resolution resolution = resolver.check().orElseGet(resolver::askPip);
        resolver.write(request.projectDirectory().resolve(ResolveRequest.LOCK), resolution, "");
        return resolution;
    }

    private Resolution resolve() {
        Optional<Resolution> nothing = check();
        if (nothing.isPresent()) {
            return nothing.get();
        }
        Optional<Lock> lock =
                LockFile.read(request.projectDirectory().resolve(ResolveRequest.LOCK), ResolveRequest.LOCK, memory());
        if (lock.isPresent()) {
            compare(lock.get());
            Resolution resolution =
                    fetched(lock.get().pins(), Basis.LOCK, lock.get().notes());
            keepLock();
            return resolution;
        }
        return withoutLock();
    }

    private Resolution withoutLock() {
        Optional<Lock> last = lastResolution();
        return last.isPresent()
                ? fetched(last.get().pins(), Basis.LAST_BUILD, last.get().notes())
                : askPip();
    }

    /** What needs no pip: nothing to install, or lines that must not run. */
    private Optional<Resolution> check() {
        List<Problem> problems = new ArrayList<>(request.requirements().problems());
        if (!request.allowSourceBuild()) {
            problems.addAll(SourceBuilds.in(request.requirements().declared()));
        }
        if (!problems.isEmpty()) {
            throw PagesException.failure(problems);
        }
        return request.requirements().isEmpty()
                        && request.requirements().undeclared().isEmpty()
                ? Optional.of(new Resolution(List.of(), Basis.NOTHING, 0, List.of(), List.of()))
                : Optional.empty();
    }

    private void compare(Lock lock) {
        List<String> difference = new ArrayList<>(inputs.difference(lock.inputs()));
        if (!lock.target().equals(request.target().toString())) {
            difference.add(0, "- target " + lock.target());
            difference.add(1, "+ target " + request.target());
        }
        if (!difference.isEmpty()) {
            throw PagesException.failure(new Problem(
                    Code.LOCK_MISMATCH,
                    Severity.ERROR,
                    ResolveRequest.LOCK,
                    "the lock was made from other requirements: - is in the lock only, + is new",
                    difference,
                    "mvn pages:lock resolves anew and writes it"));
        }
        PinCheck.of(lock.pins(), request.target());
    }

    private Optional<Lock> lastResolution() {
        try {
            return LockFile.read(last(), "target", memory())
                    .filter(lock -> request.offline() || !mayHaveChanged())
                    .filter(lock -> lock.settings().equals(settings))
                    .filter(lock -> lock.target().equals(request.target().toString()))
                    .filter(lock -> lock.inputs().equals(inputs));
        } catch (PagesException damaged) {
            return Optional.empty();
        }
    }

    /** Whether something is declared whose content only pip sees. */
    private boolean mayHaveChanged() {
        Optional<RequirementsFile> declared = request.requirements().declared();
        return declared.map(RequirementsFile::remote).orElse(false)
                || !SourceBuilds.in(declared).isEmpty();
    }

    private Resolution askPip() {
        if (request.offline()) {
            throw PagesException.failure(Problem.error(
                    Code.UNRESOLVABLE,
                    "",
                    "requirements cannot be resolved offline, and nothing says what was resolved before",
                    "build once without -o, or commit a pylock.toml written by mvn pages:lock"));
        }
        PipResolution found = PipResolution.of(request, pip());
        Resolution resolution = fetched(found.pins(), Basis.PIP, found.notes());
        write(last(), resolution, settings);
        return resolution;
    }

    private Pip pip() {
        if (request.offline()) {
            throw PagesException.failure(Problem.error(
                    Code.UNRESOLVABLE,
                    "",
                    "wheels that were resolved are not in the wheel cache, and Maven works offline",
                    "build once without -o"));
        }
        return new Pip(
                request.interpreter().get(),
                request.target(),
                request.projectDirectory(),
                request.allowSourceBuild(),
                request.progress());
    }

    private Resolution fetched(List<Pin> pins, Basis basis, List<String> notes) {
        Undeclared.check(request, this::pip, pins);
        WheelFetcher fetcher =
                new WheelFetcher(request.store(), request.requirements().declared());
        List<Distribution> distributions = fetcher.fetch(pins, this::pip);
        return new Resolution(distributions, basis, fetcher.fetched(), notes, PinCheck.warnings(pins));
    }

    private Path memory() {
        return request.store().note("lock", request.projectDirectory());
    }

    private Path last() {
        return request.workDirectory().resolve(ResolveRequest.LOCK);
    }

    /** The last resolution is the lock itself, without this machine's settings: when it is gone, pip is asked anew. */
    private void keepLock() {
        try {
            LockFile.copy(request.projectDirectory().resolve(ResolveRequest.LOCK), last());
        } catch (IOException e) {
            throw PagesException.notWritable(last(), e);
        }
    }

    private void write(Path file, Resolution resolution, String machineSettings) {
        try {
            List<Pin> pins =
                    resolution.distributions().stream().map(Distribution::pin).toList();
            Lock lock = new Lock(pins, request.target().toString(), inputs, machineSettings, resolution.notes());
            LockFile.write(file, lock, request.target());
        } catch (IOException e) {
            throw PagesException.notWritable(file, e);
        }
    }
}
