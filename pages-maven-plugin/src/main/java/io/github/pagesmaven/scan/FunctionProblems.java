package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Import.Kind;
import io.github.pagesmaven.source.Value;
import io.github.pagesmaven.source.entry.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what stands in the way of a single function, and files that look like functions but are none. */
final class FunctionProblems {
    private final String folderName;

    FunctionProblems(String folderName) {
        this.folderName = folderName;
    }

    /** Relative imports that cannot work where the file stands. */
    List<Problem> relativeImports(SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        for (Import statement : file.source().imports()) {
            boolean needed = statement.need() == Kind.REQUIRED || statement.need() == Kind.LAZY;
            if (statement.kind() == Kind.RELATIVE
                    && needed
                    && SearchPath.relative(statement.module(), file.path()).isEmpty()) {
                problems.add(Problem.error(
                        Code.HELPER_NAME,
                        place(file, statement.line()) + ":" + statement.column(),
                        "a relative import cannot work here: " + reason(file),
                        "write 'import NAME' or 'from FOLDER import NAME', seen from " + folderName));
            }
        }
        return problems;
    }

    private String reason(SourceFile file) {
        return file.path().contains("/")
                ? "its dots lead out of " + folderName
                : "a file at the top of " + folderName + " is in no package";
    }

    /** What the author of a file should know about its entry. */
    List<Problem> hints(SourceFile file, List<Hint> hints) {
        List<Problem> problems = new ArrayList<>();
        for (Hint hint : hints) {
            if (hint.kind() != Hint.Kind.RE_EXPORT || isOnlyImports(file)) {
                problems.add(Problem.warning(
                        Code.MISTAKEN_ENTRY, place(file, hint.line()), sentence(hint), fix(hint.kind())));
            }
        }
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        boolean routeName = name.equals("index.py") || name.startsWith("[");
        if (routeName && !file.isFunction() && problems.isEmpty() && isSilent(file)) {
            problems.add(Problem.warning(
                    Code.MISTAKEN_ENTRY,
                    place(file, 0),
                    "is named like a function, but has no entry point, so it gets no route",
                    "define 'class handler(BaseHTTPRequestHandler)' or 'app', or rename it;"
                            + " '# pages: ignore' in its first line silences this"));
        }
        if (name.equals("__init__.py") && file.isFunction()) {
            problems.add(Problem.warning(
                    Code.MISTAKEN_ENTRY,
                    place(file, file.entry().orElseThrow().line()),
                    "has an entry point, so it gets a route that ends in /__init__",
                    "rename it to index.py, or write '# pages: ignore' in its first line"));
        }
        return problems;
    }

    private static boolean isSilent(SourceFile file) {
        return !file.source().ignored() && file.source().error().isEmpty();
    }

    /** A helper that defines something of its own may well import an app; a file of imports alone is meant to serve. */
    private static boolean isOnlyImports(SourceFile file) {
        return file.source().classes().isEmpty()
                && file.source().functions().isEmpty()
                && file.source().bindings().stream()
                        .allMatch(binding -> binding.value().kind() == Value.Kind.IMPORTED);
    }

    private static String sentence(Hint hint) {
        return VisibleText.of(hint.text()).replaceFirst("\\.$", "");
    }

    private static String fix(Hint.Kind kind) {
        return switch (kind) {
            case RE_EXPORT ->
                "write 'import MODULE' and 'app = MODULE.app' to serve it," + " or '# pages: ignore' in the first line";
            case AMBIGUOUS -> "keep one of them, or rename the others";
            case ROOT_PATH -> "leave root_path out: the runtime sets it to the route's prefix";
            case NOT_AN_ENTRY ->
                "bind an application or a handler class to the name, or rename it;"
                        + " '# pages: ignore' in the first line silences this";
        };
    }

    /** Django keeps one settings module per process. */
    List<Problem> settings(List<SourceFile> functions) {
        Map<String, List<SourceFile>> bySettings = new TreeMap<>();
        for (SourceFile function : functions) {
            function.entry().flatMap(entry -> entry.djangoSettings()).ifPresent(settings -> bySettings
                    .computeIfAbsent(settings, key -> new ArrayList<>())
                    .add(function));
        }
        if (bySettings.size() < 2) {
            return List.of();
        }
        List<String> details = new ArrayList<>();
        bySettings.forEach((settings, files) -> files.forEach(file ->
                details.add(place(file, file.entry().orElseThrow().line()) + " uses " + VisibleText.of(settings))));
        return List.of(new Problem(
                Code.INCOMPATIBLE_FUNCTIONS,
                Severity.ERROR,
                folderName,
                "these functions want " + bySettings.size()
                        + " Django settings modules, but Django has one for the whole process",
                details,
                "give them one settings module, or put them in projects of their own"));
    }

    private String place(SourceFile file, int line) {
        String place = VisibleText.of(folderName + "/" + file.path());
        return line == 0 ? place : place + ":" + line;
    }
}
