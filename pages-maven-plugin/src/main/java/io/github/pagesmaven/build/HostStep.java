package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.python.Host;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.scan.FunctionTree;
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

    HostBundle run(FunctionTree tree, Supplier<Interpreter> interpreters) {
        Path packages = request.project().work().resolve("packages");
        if (tree.functions().isEmpty()) {
            return new HostBundle(Optional.empty(), packages, Optional.empty(), List.of());
        }
        Interpreter interpreter = interpreters.get();
        try {
            InstalledPackages installed = install(tree, interpreter, packages);
            return new HostBundle(Optional.of(interpreter), packages, Optional.of(installed), List.of());
        } catch (PagesException e) {
            if (e.kind() == PagesException.Kind.ERROR) {
                throw e;
            }
            return new HostBundle(Optional.of(interpreter), packages, Optional.empty(), e.problems());
        }
    }

    private InstalledPackages install(FunctionTree tree, Interpreter interpreter, Path packages) {
        Resolved resolved =
                new ResolveStep(request, platform(interpreter), log, () -> interpreter, cache).runForHost(tree);
        return Installer.install(new InstallRequest(
                resolved.wheels(),
                packages,
                request.project().work().resolve("packages.index"),
                false,
                log::installing));
    }

    private static TargetPlatform platform(Interpreter interpreter) {
        Host host = interpreter.host();
        return new TargetPlatform(interpreter.version(), host.machine(), host.glibcMinor(), host.system());
    }
}
