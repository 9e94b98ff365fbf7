package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds imports of local modules that mean something else than their author thinks. */
public final class HelperNames {
    private final FunctionTree tree;
    private final SearchPath searchPath;
    private final Map<String, SourceFile> files;

    private HelperNames(FunctionTree tree) {
        this.tree = tree;
        this.files = tree.sources().stream().collect(Collectors.toMap(SourceFile::path, file -> file));
        this.searchPath = new SearchPath(
                files.keySet(), tree.functions().stream().map(SourceFile::path).toList());
    }

    /**
     * Checks a tree.
     *
     * @param library whether a top-level import name belongs to the standard library or an installed distribution;
     *     asked only for names that a local file has too
     * @return errors for names that two folders of functions offer; warnings for local files that a library shadows
     *     and for files that are imported under two names
     */
    public static List<Problem> check(FunctionTree tree, Predicate<String> library) {
        HelperNames names = new HelperNames(tree);
        List<Problem> problems = new ArrayList<>(names.ambiguous(library));
        problems.addAll(names.shadowed(library));
        problems.addAll(names.importedTwice(library));
        return problems;
    }

    /** An absolute import that runs. */
    private record Statement(SourceFile file, Import text) {
        String firstPart() {
            return text.module().split("\\.", 2)[0];
        }
    }

    private List<Statement> absolute() {
        List<Statement> statements = new ArrayList<>();
        for (SourceFile file : tree.sources()) {
            for (Import text : file.source().imports()) {
                if (!text.module().startsWith(".") && runs(text) && searchPath.isLocal(text.module())) {
                    statements.add(new Statement(file, text));
                }
            }
        }
        return statements;
    }

    static boolean runs(Import statement) {
        return statement.need() != Kind.DEAD && statement.need() != Kind.TYPING && statement.need() != Kind.MAIN;
    }

    private List<Problem> ambiguous(Predicate<String> library) {
        Map<String, Problem> problems = new TreeMap<>();
        for (Statement statement : absolute()) {
            String name = statement.firstPart();
            String from = statement.file().path();
            if (problems.containsKey(name)) {
                continue;
            }
            List<String> offered = searchPath.basesOf(name, from).stream()
                    .filter(base -> !isFunction(base, name))
                    .sorted()
                    .toList();
            String own = SearchPath.folder(from);
            boolean rootIsMeant = offered.contains("") && (own.isEmpty() || !offered.contains(own));
            if (offered.size() > 1 && !rootIsMeant && !library.test(name)) {
                problems.put(name, ambiguous(statement, offered));
            }
        }
        return List.copyOf(problems.values());
    }

    /** A function is loaded by its route, so a bare import of its name rather means a library. */
    private boolean isFunction(String base, String name) {
        SourceFile file = files.get(base.isEmpty() ? name + ".py" : base + "/" + name + ".py");
        return file != null && file.isFunction();
    }

    private Problem ambiguous(Statement statement, List<String> offered) {
        String name = statement.firstPart();
        String folder = SearchPath.folder(statement.file().path());
        String[] details = offered.stream()
                .map(base -> tree.place(base.isEmpty() ? name : base + "/" + name))
                .map(place -> "it could be " + VisibleText.of(place))
                .toArray(String[]::new);
        return Problem.error(
                Code.HELPER_NAME,
                place(statement),
                "'import " + name + "' is ambiguous: all folders of functions share one search path",
                folder.isEmpty()
                        ? "write 'from FOLDER import " + name + "'"
                        : "write 'from . import " + name + "' or 'from " + folder.replace('/', '.') + " import " + name
                                + "'",
                details);
    }

    private List<Problem> shadowed(Predicate<String> library) {
        Map<String, Problem> problems = new TreeMap<>();
        for (Statement statement : absolute()) {
            Optional<SearchPath.Found> found =
                    searchPath.find(statement.text().module(), statement.file().path());
            boolean other = found.isPresent()
                    && !found.get().path().equals(statement.file().path());
            if (other && !isTaken(found.get().path(), problems) && library.test(statement.firstPart())) {
                String path = found.get().path();
                problems.put(
                        path,
                        Problem.warning(
                                Code.HELPER_NAME,
                                place(statement),
                                "'import " + statement.text().module() + "' takes the library, not " + place(path),
                                "rename the file, or write 'from . import ...' if you mean it",
                                "no local file can take the place of a library"));
            }
        }
        return List.copyOf(problems.values());
    }

    private static boolean isTaken(String path, Map<String, Problem> problems) {
        return problems.containsKey(path);
    }

    private List<Problem> importedTwice(Predicate<String> library) {
        Map<String, Set<String>> flat = new TreeMap<>();
        Map<String, Set<String>> dotted = new TreeMap<>();
        for (SourceFile file : tree.sources()) {
            for (Import statement : file.source().imports()) {
                if (runs(statement) && (statement.module().startsWith(".") || searchPath.isLocal(statement.module()))) {
                    note(new Statement(file, statement), library, flat, dotted);
                }
            }
        }
        return flat.entrySet().stream()
                .filter(entry -> dotted.containsKey(entry.getKey()) || isFunctionFile(entry.getKey()))
                .map(entry -> twice(entry.getKey(), entry.getValue(), dotted.getOrDefault(entry.getKey(), Set.of())))
                .sorted(Comparator.comparing(Problem::where))
                .toList();
    }

    private void note(
            Statement statement,
            Predicate<String> library,
            Map<String, Set<String>> flat,
            Map<String, Set<String>> dotted) {
        List<String> modules = new ArrayList<>(List.of(statement.text().module()));
        String prefix = statement.text().module().endsWith(".") ? "" : ".";
        statement.text().names().forEach(name -> modules.add(statement.text().module() + prefix + name));
        for (String module : modules) {
            searchPath
                    .find(module, statement.file().path())
                    .filter(found -> !found.path().equals(statement.file().path()))
                    .filter(found -> !found.isFlat() || !library.test(statement.firstPart()))
                    .ifPresent(found -> (found.isFlat() ? flat : dotted)
                            .computeIfAbsent(found.path(), path -> new TreeSet<>())
                            .add(place(statement) + " imports " + module));
        }
    }

    private boolean isFunctionFile(String path) {
        SourceFile file = files.get(path);
        return file != null && file.isFunction();
    }

    private Problem twice(String path, Set<String> flat, Set<String> dotted) {
        List<String> details = new ArrayList<>(flat);
        details.addAll(dotted.isEmpty() ? Set.of("the runtime loads it as the function that it is") : dotted);
        return Problem.warning(
                Code.HELPER_NAME,
                place(path),
                "is loaded twice, under two names, with two sets of its variables",
                "import it the same way everywhere",
                details.toArray(String[]::new));
    }

    private String place(String path) {
        return VisibleText.of(tree.place(path));
    }

    private String place(Statement statement) {
        return place(statement.file().path()) + ":" + statement.text().line() + ":"
                + statement.text().column();
    }
}
