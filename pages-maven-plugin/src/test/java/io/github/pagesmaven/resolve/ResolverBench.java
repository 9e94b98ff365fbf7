package io.github.pagesmaven.resolve;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.requirement.Origin;
import io.github.pagesmaven.requirement.Requirement;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A project in a temporary folder with an index of hand-written wheels, to try a resolver on. */
final class ResolverBench {
    static final TargetPlatform TARGET = new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 17);
    private static final Map<PythonVersion, Interpreter> FOUND = new HashMap<>();

    final Path project;
    final TestWheels index;
    final FolderStore store;
    final List<String> pipLines = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>(System.getenv());
    TargetPlatform target = TARGET;
    boolean offline;
    boolean sourceBuild;
    boolean required;
    List<Requirement> optional = List.of();
    List<Requirement> undeclared = List.of();
    Supplier<Interpreter> interpreter = () -> host(target.python());

    ResolverBench(Path folder) throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        index = new TestWheels(folder.resolve("index"));
        store = new FolderStore(folder.resolve("store"));
    }

    static Interpreter host(PythonVersion wanted) {
        return FOUND.computeIfAbsent(
                wanted, version -> new Interpreters(System.getenv(), Path.of("/")).require(Optional.empty(), version));
    }

    static Requirement asked(String name) {
        return new Requirement(name, List.of(new Origin("cloud-functions/api/index.py:1:1", "import " + name)));
    }

    /** Writes requirements.txt; only the hand-written wheels are seen. */
    ResolverBench declare(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("--no-index", "--find-links " + index.folder()));
        all.addAll(Arrays.asList(lines));
        Files.write(project.resolve("requirements.txt"), all);
        return this;
    }

    ResolveRequest request(String... added) {
        Requirements requirements = new Requirements(
                RequirementsFileReader.find(project.resolve("cloud-functions"), project, environment),
                Arrays.stream(added).map(ResolverBench::asked).toList(),
                optional,
                undeclared,
                List.of(),
                required,
                List.of());
        return new ResolveRequest(
                requirements,
                target,
                project,
                project.resolve("target").resolve("pages"),
                sourceBuild,
                offline,
                "1.0.0",
                environment,
                interpreter,
                store,
                pipLines::add);
    }

    Resolution resolve(String... added) {
        return Resolver.resolve(request(added));
    }

    /** {@code name version} of all that is installed. */
    static List<String> labels(Resolution resolution) {
        return resolution.distributions().stream()
                .map(distribution -> distribution.name() + " " + distribution.version())
                .toList();
    }
}
