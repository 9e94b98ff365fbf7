package io.github.pagesmaven.build;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of tools for this machine, filled by its own pip; nothing of it is ever deployed. */
public final class PipFolder {
    private static final int QUOTED = 12;

    private final Path python;
    private final Path directory;
    private final Path folder;

    /**
     * @param python the interpreter that has the pip
     * @param directory where pip runs
     * @param folder where the distributions go
     */
    public PipFolder(Path python, Path directory, Path folder) {
        this.python = python;
        this.directory = directory;
        this.folder = folder;
    }

    /**
     * Installs unless the same stands there already; a run that was interrupted is repaired by the next.
     *
     * @param shown how messages call what is installed
     * @param what pip's arguments that name it
     * @param state a text that changes when it has to be installed anew
     * @param installing told before it takes a while
     * @throws PagesException PAGES-011 with pip's own words
     */
    public void install(String shown, List<String> what, String state, Runnable installing) {
        try {
            Path note = folder.resolveSibling(folder.getFileName() + ".txt");
            if (Files.isDirectory(folder)
                    && Files.isRegularFile(note)
                    && Files.readString(note).equals(state)) {
                return;
            }
            Files.deleteIfExists(note);
            delete(folder);
            Files.createDirectories(folder);
            installing.run();
            runPip(shown, what);
            Files.writeString(note, state);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            folder.toString(),
                            "distributions cannot be installed there: " + e,
                            "free the disk or make the folder writable"),
                    e);
        }
    }

    private void runPip(String shown, List<String> what) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-m",
                "pip",
                "install",
                "--no-input",
                "--disable-pip-version-check",
                "--no-compile",
                "--target",
                folder.toString()));
        arguments.addAll(what);
        try {
            judge(shown, ChildProcess.run(Command.of(python, arguments).in(directory)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void judge(String shown, Outcome outcome) {
        if (!outcome.succeeded()) {
            List<String> errors =
                    outcome.errors().stream().filter(line -> !line.isBlank()).toList();
            throw PagesException.failure(Problem.error(
                    Code.UNRESOLVABLE,
                    shown,
                    "pip cannot install it for " + python,
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
