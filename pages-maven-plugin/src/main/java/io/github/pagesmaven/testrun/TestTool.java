package io.github.pagesmaven.testrun;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.regex.Pattern;

/** What finds and runs a project's tests. */
public enum TestTool {
    /** The standard library's; test files are named {@code test*.py}. */
    UNITTEST("test*.py", Pattern.compile("test.*\\.py")),
    /** For a project that declares it; test files are named {@code test_*.py} or {@code *_test.py}. */
    PYTEST("test_*.py", Pattern.compile("test_.*\\.py|.*_test\\.py"));

    /** The file that declares what tests need beside the functions' own requirements. */
    public static final String DEVELOPMENT_REQUIREMENTS = "requirements-dev.txt";

    private static final Pattern DECLARATION = Pattern.compile("(?im)^[ \\t]*pytest[ \\t]*(?:$|[\\[<>=!~;@#(\\r])");

    private final String pattern;
    private final Pattern files;

    TestTool(String pattern, Pattern files) {
        this.pattern = pattern;
        this.files = files;
    }

    /** The tool of a project: pytest where its requirements-dev.txt names it, else unittest. */
    public static TestTool of(Path project) {
        Path file = project.resolve(DEVELOPMENT_REQUIREMENTS);
        if (!Files.isRegularFile(file)) {
            return UNITTEST;
        }
        try {
            return DECLARATION.matcher(Files.readString(file)).find() ? PYTEST : UNITTEST;
        } catch (IOException e) {
            throw PagesException.failure(Problem.error(
                    Code.INVALID_CONFIGURATION,
                    DEVELOPMENT_REQUIREMENTS,
                    "cannot be read",
                    "write it in UTF-8 and make it readable",
                    String.valueOf(e.getMessage())));
        }
    }

    /** Whether a folder holds a file that this tool would take for tests; false when there is no such folder. */
    public boolean findsAny(Path tests) {
        if (!Files.isDirectory(tests)) {
            return false;
        }
        var search = new SimpleFileVisitor<Path>() {
            boolean found;

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found = files.matcher(file.getFileName().toString()).matches();
                return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(tests, search);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return search.found;
    }

    /** How a test file is usually named, for people. */
    String pattern() {
        return pattern;
    }

    /** The word by which {@code pages_test} knows it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
