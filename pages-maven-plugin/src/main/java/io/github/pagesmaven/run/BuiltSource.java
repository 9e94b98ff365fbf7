package io.github.pagesmaven.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.HostBundle;
import io.github.pagesmaven.install.InstalledDistribution;
import io.github.pagesmaven.install.InstalledFile;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.run.project.BundleSource;
import io.github.pagesmaven.run.project.LiveBundle;
import io.github.pagesmaven.run.project.TableRouting;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the build makes of the project, for the local server. */
public final class BuiltSource implements BundleSource {
    private final Supplier<Build> builds;

    /** @param builds a new build for each look at the project */
    public BuiltSource(Supplier<Build> builds) {
        this.builds = builds;
    }

    @Override
    public LiveBundle load() {
        HostBundle bundle = builds.get().host();
        RouteTable table = bundle.scanned().table();
        List<Problem> problems = new ArrayList<>(bundle.scanned().problems());
        problems.addAll(bundle.problems());
        return new LiveBundle(
                new TableRouting(table),
                new String(RouteJson.config(table), UTF_8),
                bundle.interpreter().map(interpreter -> python(bundle, interpreter)),
                problems);
    }

    private static LiveBundle.Python python(HostBundle bundle, Interpreter interpreter) {
        List<InstalledDistribution> distributions =
                bundle.packages().map(packages -> packages.distributions()).orElse(List.of());
        String installed = distributions.stream()
                .map(distribution -> distribution.wheel().sha256())
                .collect(Collectors.joining(" "));
        return new LiveBundle.Python(
                interpreter.executable(),
                interpreter.version().toString(),
                bundle.packagesDirectory(),
                installed,
                preload(bundle, distributions));
    }

    /** Modules of the distributions that are imported when a function is loaded. */
    private static List<String> preload(HostBundle bundle, List<InstalledDistribution> distributions) {
        Set<String> topLevel = new TreeSet<>();
        for (InstalledDistribution distribution : distributions) {
            for (InstalledFile file : distribution.files()) {
                topLevel.add(file.path().split("[/.]", 2)[0]);
            }
        }
        Set<String> modules = new TreeSet<>();
        for (SourceFile source : bundle.scanned().tree().sources()) {
            for (Import statement : source.source().imports()) {
                boolean required = statement.kind() == Import.Kind.REQUIRED;
                if (required && topLevel.contains(statement.module().split("\\.", 2)[0])) {
                    modules.add(statement.module());
                }
            }
        }
        return List.copyOf(modules);
    }
}
