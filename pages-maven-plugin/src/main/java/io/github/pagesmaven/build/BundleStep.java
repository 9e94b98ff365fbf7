package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.stage.StageRequest;
import io.github.pagesmaven.stage.Stager;
import io.github.pagesmaven.stage.bytecode.ImportedNames;
import io.github.pagesmaven.stage.bytecode.PrecompileRequest;
import io.github.pagesmaven.stage.bytecode.PrecompileRequest.Mode;
import io.github.pagesmaven.stage.bytecode.Precompiled;
import io.github.pagesmaven.stage.bytecode.Precompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Installs the distributions and lays out the folder that is deployed. */
final class BundleStep {
    private final BuildRequest request;
    private final BuildLog log;
    private final Supplier<Optional<Interpreter>> interpreter;
    private final WheelCache cache;

    BundleStep(BuildRequest request, BuildLog log, Supplier<Optional<Interpreter>> interpreter, WheelCache cache) {
        this.request = request;
        this.log = log;
        this.interpreter = interpreter;
        this.cache = cache;
    }

    /** Makes the folder hold the bundle, file by file. */
    Bundle run(Scanned scanned, Resolved resolved) {
        return layOut(scanned, resolved, Installer::install);
    }

    /** The same for an archive, which takes the packages from their wheels: a folder that was finished will do. */
    Bundle runForArchive(Scanned scanned, Resolved resolved) {
        return layOut(
                scanned, resolved, request -> Installer.standing(request).orElseGet(() -> Installer.install(request)));
    }

    private Bundle layOut(
            Scanned scanned, Resolved resolved, Function<InstallRequest, InstalledPackages> installation) {
        long start = System.nanoTime();
        InstalledPackages packages = installation.apply(installRequest(resolved));
        Bundle bundle = Stager.stage(new StageRequest(
                staging(),
                request.functions().directory(),
                files(scanned.tree()),
                requirementFiles(scanned.tree(), resolved),
                scanned.routes().config(),
                resolved.text(),
                packages));
        bundle.problems().forEach(log::problem);
        if (packages.unpacked() > 0) {
            log.installed(packages, resolved.resolution(), System.nanoTime() - start);
        }
        return precompiled(scanned.tree(), bundle);
    }

    private InstallRequest installRequest(Resolved resolved) {
        return new InstallRequest(
                resolved.wheels(),
                staging().resolve(StageRequest.PACKAGES),
                request.project().work().resolve("packages.index"),
                request.bundle().slim().equals("safe"),
                mode() != Mode.OFF,
                cache.forAll(),
                log::installing);
    }

    private Path staging() {
        return request.project().work().resolve("staging");
    }

    private Mode mode() {
        return Mode.valueOf(request.bundle().precompile().toUpperCase(Locale.ROOT));
    }

    private Bundle precompiled(FunctionTree tree, Bundle bundle) {
        Mode mode = mode();
        Precompiled result = Precompiler.apply(
                bundle,
                new PrecompileRequest(
                        mode,
                        mode == Mode.OFF ? Optional.empty() : interpreter.get(),
                        request.target().python(),
                        ImportedNames.of(tree),
                        cache.directory(),
                        request.project().work().resolve("bytecode"),
                        request.bundle().sizeLimit() * 1024L * 1024));
        log.precompiled(result);
        return result.bundle();
    }

    private static List<String> files(FunctionTree tree) {
        List<String> files = new ArrayList<>(tree.resources());
        tree.sources().stream().map(SourceFile::path).forEach(files::add);
        files.sort(null);
        return files;
    }

    /** Those of the user's files that said what to install: what was installed stands in the bundle's own list. */
    private Set<String> requirementFiles(FunctionTree tree, Resolved resolved) {
        Set<String> found = new TreeSet<>();
        Path root = tree.root().toAbsolutePath().normalize();
        for (Path file : resolved.files()) {
            Path path = file.toAbsolutePath().normalize();
            if (path.startsWith(root)) {
                found.add(root.relativize(path).toString().replace('\\', '/'));
            }
        }
        return found;
    }
}
