package io.github.pagesmaven.build;

import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.requirement.Accelerators;
import io.github.pagesmaven.requirement.ImportJudge;
import io.github.pagesmaven.requirement.MergeOptions;
import io.github.pagesmaven.requirement.RequirementMerger;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.RequirementsText;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.resolve.Resolution;
import io.github.pagesmaven.resolve.ResolveRequest;
import io.github.pagesmaven.resolve.Resolver;
import io.github.pagesmaven.resolve.wheel.ProvidedModules;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.source.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out which distributions the functions need, and that every import is explained by one of them. */
final class ResolveStep {
    private final BuildRequest request;
    private final TargetPlatform platform;
    private final BuildLog log;
    private final Supplier<Interpreter> interpreter;
    private final WheelCache cache;

    ResolveStep(BuildRequest request, BuildLog log, Supplier<Interpreter> interpreter, WheelCache cache) {
        this(
                request,
                new TargetPlatform(
                        request.target().python(),
                        request.target().architecture(),
                        request.target().glibcMinor()),
                log,
                interpreter,
                cache);
    }

    ResolveStep(
            BuildRequest request,
            TargetPlatform platform,
            BuildLog log,
            Supplier<Interpreter> interpreter,
            WheelCache cache) {
        this.request = request;
        this.platform = platform;
        this.log = log;
        this.interpreter = interpreter;
        this.cache = cache;
    }

    /** Resolves by what is known: the last build, the lock, else pip. */
    Resolved run(FunctionTree tree) {
        KnownResolution known = new KnownResolution(request, platform, tree, cache);
        Optional<Resolved> again = known.find();
        if (again.isPresent()) {
            return again.get();
        }
        Requirements requirements = requirements(tree);
        Resolved resolved = resolve(tree, requirements, Resolver::resolve);
        known.keep(requirements, resolved);
        return resolved;
    }

    /** Resolves for the machine at hand, whatever the lock says of the target. */
    Resolved runForHost(FunctionTree tree) {
        return resolve(tree, requirements(tree), Resolver::resolveForHost);
    }

    /** Asks pip anew and writes pylock.toml beside the POM. */
    Resolved lock(FunctionTree tree) {
        return resolve(tree, requirements(tree), Resolver::lock);
    }

    private Requirements requirements(FunctionTree tree) {
        Optional<RequirementsFile> declared = RequirementsFileReader.find(
                request.functions().directory(), request.project().directory(), System.getenv());
        return RequirementMerger.merge(tree, declared, mergeOptions());
    }

    private MergeOptions mergeOptions() {
        return new MergeOptions(
                new Target(platform.python().minor(), platform.system()),
                request.requirements().importMap(),
                Accelerators.valueOf(request.requirements().accelerators().toUpperCase(Locale.ROOT)));
    }

    private Resolved resolve(FunctionTree tree, Requirements requirements, Function<ResolveRequest, Resolution> how) {
        Resolution resolution = how.apply(resolveRequest(requirements));
        resolution.warnings().forEach(log::problem);
        judge(new ImportJudge(tree, requirements, mergeOptions()), resolution);
        return new Resolved(
                resolution,
                requirements.declared().map(RequirementsFile::files).orElse(List.of()),
                RequirementsText.render(requirements, resolution.names()));
    }

    private ResolveRequest resolveRequest(Requirements requirements) {
        return new ResolveRequest(
                requirements,
                platform,
                request.project().directory(),
                request.project().work(),
                request.requirements().allowSourceBuild(),
                request.requirements().offline(),
                request.pluginVersion(),
                System.getenv(),
                interpreter,
                cache,
                log::resolving);
    }

    private static void judge(ImportJudge judge, Resolution resolution) {
        if (!judge.hasWork()) {
            return;
        }
        ProvidedModules provided = ProvidedModules.of(resolution.distributions());
        List<Problem> unknown = judge.judge(provided::contains);
        if (!unknown.isEmpty()) {
            throw PagesException.failure(unknown);
        }
    }
}
