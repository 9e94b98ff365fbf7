package io.github.pagesmaven.run.project;

import io.github.pagesmaven.build.HostBundle;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.scan.FunctionScanner;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions of a Maven project. Each change is read again; only when what the functions import, or what the user
 * requires, has changed are requirements resolved and installed anew.
 */
public final class ProjectSource implements BundleSource {
    private final ScanRequest scan;
    private final Path projectDirectory;
    private final Function<FunctionTree, HostBundle> install;
    private final LastEntries entries = new LastEntries();
    private Optional<HostBundle> host = Optional.empty();
    private String wants = "";
    private boolean failed;
    private int unpacked;

    /**
     * @param scan how the functions are read after a change; without an interpreter, since the worker tells more
     * @param projectDirectory where requirements.txt and pylock.toml may stand
     * @param install resolves and installs for the interpreter at hand
     */
    public ProjectSource(ScanRequest scan, Path projectDirectory, Function<FunctionTree, HostBundle> install) {
        this.scan = scan;
        this.projectDirectory = projectDirectory;
        this.install = install;
    }

    @Override
    public LiveBundle load(boolean again) {
        FunctionTree tree = entries.complete(new FunctionScanner().scan(scan));
        String wanted = Imports.of(tree) + requirementFiles();
        if (host.isEmpty() || !wanted.equals(wants) || (again && failed)) {
            HostBundle next = install.apply(tree);
            failed = next.packages().isEmpty();
            unpacked += next.packages().map(InstalledPackages::unpacked).orElse(0);
            host = Optional.of(standing(next));
            wants = wanted;
        }
        RouteTable table = RouteTable.of(tree);
        List<Problem> problems = new ArrayList<>(tree.problems());
        problems.addAll(table.problems());
        problems.addAll(host.get().problems());
        return new LiveBundle(
                new TableRouting(table),
                new String(RouteJson.config(table), StandardCharsets.UTF_8),
                table.routes().isEmpty() || lacksServer(host.get(), tree)
                        ? Optional.empty()
                        : host.get().interpreter().map(python -> python(host.get(), python, tree)),
                problems);
    }

    private static boolean lacksServer(HostBundle host, FunctionTree tree) {
        return host.packages().isEmpty() && Imports.needServer(tree);
    }

    /** Requirements that cannot be satisfied leave the folder as it is: what stands there goes on to be used. */
    private HostBundle standing(HostBundle next) {
        Optional<InstalledPackages> packages = next.packages().or(() -> host.flatMap(HostBundle::packages));
        return new HostBundle(next.interpreter(), next.packagesDirectory(), packages, next.problems());
    }

    private LiveBundle.Python python(HostBundle host, Interpreter python, FunctionTree tree) {
        return new LiveBundle.Python(
                python.executable(),
                python.version().toString(),
                host.packagesDirectory(),
                host.packages().map(ProjectSource::installed).orElse(""),
                unpacked,
                host.packages().map(ProjectSource::names).orElse(Set.of()),
                Imports.preload(tree));
    }

    private static String installed(InstalledPackages packages) {
        return packages.distributions().stream()
                .map(distribution -> distribution.wheel().sha256())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> names(InstalledPackages packages) {
        return packages.distributions().stream()
                .map(distribution ->
                        distribution.wheel().name() + " " + distribution.wheel().version())
                .collect(Collectors.toSet());
    }

    /** Names, sizes and times of all files that may say what is required: they may include each other. */
    private String requirementFiles() {
        TreeSet<String> found = new TreeSet<>();
        for (Path folder : List.of(projectDirectory, scan.functionsDirectory())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(ProjectSource::mayRequire)
                            .map(ProjectSource::stamp)
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return String.join("\n", found);
    }

    private static boolean mayRequire(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".txt") || name.endsWith(".in") || name.equals("pylock.toml");
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return file.toString();
        }
    }
}
