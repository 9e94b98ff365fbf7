package io.github.pagesmaven.build;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.platform.StaticFiles;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.requirement.StandardLibrary;
import io.github.pagesmaven.scan.FunctionScanner;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.ScanRequest;
import io.github.pagesmaven.source.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads everything that the user has written; mistakes are collected. */
final class ScanStep {
    private final BuildRequest request;
    private final Supplier<Optional<Interpreter>> interpreter;

    ScanStep(BuildRequest request, Supplier<Optional<Interpreter>> interpreter) {
        this.request = request;
        this.interpreter = interpreter;
    }

    Scanned run() {
        Path project = request.project().directory();
        Path functions = request.functions().directory();
        EdgeoneJson edgeone = EdgeoneJson.read(project);
        StaticFiles statics =
                StaticFiles.of(project, functions, request.functions().staticDirectory(), edgeone);
        FunctionTree tree = new FunctionScanner().scan(scanRequest());
        List<String> assets = statics.directory().map(ScanStep::files).orElse(List.of());
        Routes routes = new Routes(tree, assets, request.project().work());
        List<Problem> problems = new ArrayList<>(edgeone.problems());
        problems.addAll(statics.problems());
        problems.addAll(tree.problems());
        problems.addAll(routes.problems());
        return new Scanned(edgeone, statics.directory(), assets, tree, routes, problems);
    }

    private ScanRequest scanRequest() {
        int minor = request.target().python().minor();
        return new ScanRequest(
                request.project().directory(),
                request.functions().directory(),
                request.functions().excludes(),
                new Target(minor),
                request.project().work(),
                interpreter,
                name -> StandardLibrary.contains(name, minor));
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(StaticFiles::isPublished)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.INVALID_CONFIGURATION,
                            "<staticDirectory>",
                            directory + " cannot be read",
                            "make it readable"),
                    e);
        }
    }
}
