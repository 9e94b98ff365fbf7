package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Host;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Installs for the interpreter at hand, by the same engine and from the same cache as for the target. */
final class HostStep {
    private final BuildRequest request;
    private final BuildLog log;
    private final WheelCache cache;

    HostStep(BuildRequest request, BuildLog log, WheelCache cache) {
        this.request = request.forHost();
        this.log = log;
        this.cache = cache;
    }

    HostBundle run(Scanned scanned, Supplier<Interpreter> interpreters) {
        Path packages = request.project().work().resolve("packages");
        if (scanned.tree().functions().isEmpty()) {
            return new HostBundle(scanned, Optional.empty(), packages, Optional.empty(), List.of());
        }
        Interpreter interpreter = interpreters.get();
        try {
            InstalledPackages installed = install(scanned, interpreter, packages);
            return new HostBundle(scanned, Optional.of(interpreter), packages, Optional.of(installed), List.of());
        } catch (PagesException e) {
            if (e.kind() == PagesException.Kind.ERROR) {
                throw e;
            }
            return new HostBundle(scanned, Optional.of(interpreter), packages, Optional.empty(), e.problems());
        }
    }

    private InstalledPackages install(Scanned scanned, Interpreter interpreter, Path packages) {
        Resolved resolved = new ResolveStep(request, platform(interpreter), log, () -> interpreter, cache)
                .runForHost(scanned.tree());
        return Installer.install(new InstallRequest(
                resolved.resolution().distributions().stream()
                        .map(BundleStep::wheel)
                        .toList(),
                packages,
                request.project().work().resolve("packages.json"),
                false,
                (distribution, done, total) -> log.detail("unpacked " + distribution)));
    }

    private static TargetPlatform platform(Interpreter interpreter) {
        try {
            Host host = Host.of(interpreter);
            return new TargetPlatform(interpreter.version(), host.machine(), host.glibcMinor(), host.system());
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.PYTHON_MISSING,
                            "<python>",
                            interpreter.executable() + " does not answer",
                            "name another interpreter with -Dpages.python=PATH",
                            String.valueOf(e.getMessage())),
                    e);
        }
    }
}
