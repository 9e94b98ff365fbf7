package io.github.pagesmaven.testrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Installs what requirements-dev.txt declares, with this machine's pip; nothing of it is ever deployed. */
final class TestPackages {
    private static final int QUOTED = 12;

    private final Interpreter interpreter;
    private final Path requirements;
    private final Consumer<String> progress;

    TestPackages(Interpreter interpreter, Path requirements, Consumer<String> progress) {
        this.interpreter = interpreter;
        this.requirements = requirements;
        this.progress = progress;
    }

    /** Installs unless the same stands there already; a run that was interrupted is repaired by the next. */
    void install(Path folder) {
        try {
            String wanted = interpreter.executable() + " " + interpreter.version() + "\n"
                    + Files.readString(requirements, UTF_8);
            Path note = folder.resolveSibling("packages.txt");
            if (Files.isDirectory(folder)
                    && Files.isRegularFile(note)
                    && Files.readString(note).equals(wanted)) {
                return;
            }
            Files.deleteIfExists(note);
            delete(folder);
            Files.createDirectories(folder);
            runPip(folder);
            Files.writeString(note, wanted);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            folder.toString(),
                            "the distributions for tests cannot be installed there: " + e,
                            "free the disk or make the folder writable"),
                    e);
        }
    }

    private void runPip(Path folder) throws IOException {
        progress.accept("Installing " + requirements.getFileName() + " for the tests");
        List<String> arguments = List.of(
                "-m",
                "pip",
                "install",
                "--no-input",
                "--disable-pip-version-check",
                "--no-compile",
                "--target",
                folder.toString(),
                "--requirement",
                requirements.toString());
        try {
            judge(ChildProcess.run(
                    Command.of(interpreter.executable(), arguments).in(requirements.resolveSibling(""))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void judge(Outcome outcome) {
        if (!outcome.succeeded()) {
            List<String> errors =
                    outcome.errors().stream().filter(line -> !line.isBlank()).toList();
            throw PagesException.failure(Problem.error(
                    Code.UNRESOLVABLE,
                    requirements.getFileName().toString(),
                    "pip cannot install it for Python " + interpreter.version(),
                    "change it, or name another interpreter with pages.python",
                    errors.subList(Math.max(0, errors.size() - QUOTED), errors.size())
                            .toArray(String[]::new)));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
