package io.github.pagesmaven.build;

import io.github.pagesmaven.platform.EdgeoneJson;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.scan.FunctionTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a project before anything is installed.
 *
 * @param edgeone the platform's own file
 * @param staticDirectory the folder of the static front end
 * @param assets its files, relative, sorted
 * @param tree the functions
 * @param routes their routes
 * @param problems mistakes and warnings in all of them
 */
public record Scanned(
        EdgeoneJson edgeone,
        Optional<Path> staticDirectory,
        List<String> assets,
        FunctionTree tree,
        Routes routes,
        List<Problem> problems) {
    private static final int SHOWN = 5;

    public Scanned {
        assets = List.copyOf(assets);
        problems = List.copyOf(problems);
    }

    /** The same, when there is no mistake in it; warnings are told. */
    Scanned judged(BuildLog log) {
        problems.stream().filter(problem -> !problem.isError()).forEach(log::problem);
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw PagesException.failure(errors);
        }
        return this;
    }

    /** The same; PAGES-051 when there is nothing to build. */
    Scanned withFunctions() {
        if (!tree.functions().isEmpty()) {
            return this;
        }
        List<String> details = new ArrayList<>();
        if (!Files.isDirectory(tree.root())) {
            details.add("there is no such folder");
        } else if (tree.modules().isEmpty()) {
            details.add("there is no .py file in it that is not excluded");
        }
        tree.modules().stream()
                .limit(SHOWN)
                .forEach(module -> details.add(tree.place(module.path()) + " has no entry point"));
        details.add("an entry point is: class handler(BaseHTTPRequestHandler), app = Flask(...) or FastAPI(...),"
                + " application = get_wsgi_application()");
        throw PagesException.failure(new Problem(
                Code.NO_FUNCTION,
                Severity.ERROR,
                tree.folderName(),
                "holds no function",
                details,
                "write one, or name the folder that holds them: <functionsDirectory>"));
    }
}
