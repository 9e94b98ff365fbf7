package io.github.pagesmaven.python;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the interpreter to work with. Looked for, in this order: {@code pages.python}, {@code $VIRTUAL_ENV},
 * {@code .venv} in the project, {@code python3.X} of the target, {@code python3}, {@code python}, and {@code py} on
 * Windows. What is configured is taken or refused; of the others one of the target's minor version is preferred.
 */
public final class Interpreters {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUESTION =
            """
            import os, platform, sys
            print(sys.executable)
            print('%d.%d.%d' % sys.version_info[:3])
            print(sys.implementation.name)
            print(sys.platform)
            print(platform.machine())
            try:
                print(os.confstr('CS_GNU_LIBC_VERSION'))
            except (AttributeError, OSError, ValueError):
                print('none')
            try:
                from importlib.metadata import distribution
                pip = distribution('pip')
                print(pip.version)
                print(pip.locate_file('pip-%s.dist-info' % pip.version))
            except Exception:
                pass
            """;
    private static final int LINES = 6;

    /** Exit codes from here on tell of a signal. */
    private static final int KILLED = 128;

    private final Map<String, String> environment;
    private final Path projectDirectory;
    private final Optional<Answers> answers;
    private final boolean windows;
    private boolean refusedByMemory;

    /**
     * @param environment this process's environment variables: PATH, PATHEXT and VIRTUAL_ENV are read
     * @param projectDirectory where {@code .venv} is looked for
     */
    public Interpreters(Map<String, String> environment, Path projectDirectory) {
        this(environment, projectDirectory, Optional.empty());
    }

    /** @param memory a file that keeps what was answered for the next build */
    public Interpreters(Map<String, String> environment, Path projectDirectory, Optional<Path> memory) {
        this.environment = Map.copyOf(environment);
        this.projectDirectory = projectDirectory;
        this.answers = memory.map(file -> new Answers(file, this.environment, projectDirectory));
        this.windows = System.getProperty("os.name", "").startsWith("Windows");
    }

    /**
     * The best interpreter for a target.
     *
     * @param configured the value of {@code pages.python}: a path or a name on the PATH
     * @param target the version that runs the functions
     * @throws PagesException when what was configured is no usable interpreter
     */
    public Optional<Interpreter> find(Optional<String> configured, PythonVersion target) {
        Optional<Interpreter> found = search(configured, target);
        if (found.isEmpty() && refusedByMemory) {
            // What did not start in an earlier build may start now: a failure is never told from memory.
            answers.ifPresent(Answers::forgetRefusals);
            found = search(configured, target);
        }
        if (found.isEmpty() && configured.isPresent()) {
            throw PagesException.error(unusable(configured.get()));
        }
        return found;
    }

    private Optional<Interpreter> search(Optional<String> configured, PythonVersion target) {
        if (configured.isPresent()) {
            return ask(locate(configured.get()).orElse(Path.of(configured.get())))
                    .filter(Interpreters::isUsable);
        }
        List<Interpreter> usable = new ArrayList<>();
        for (Path candidate : candidates(target).values()) {
            Optional<Interpreter> answer = ask(candidate).filter(Interpreters::isUsable);
            if (answer.isPresent() && answer.get().version().sameMinor(target)) {
                return answer;
            }
            answer.ifPresent(usable::add);
        }
        return usable.stream().findFirst();
    }

    /** The same; none at all is PAGES-001. */
    public Interpreter require(Optional<String> configured, PythonVersion target) {
        return find(configured, target).orElseThrow(() -> PagesException.error(missing(target)));
    }

    private Map<String, Path> candidates(PythonVersion target) {
        Map<String, Path> candidates = new LinkedHashMap<>();
        String virtual = environment.getOrDefault("VIRTUAL_ENV", "");
        if (!virtual.isEmpty()) {
            add(candidates, "$VIRTUAL_ENV", inVirtualEnvironment(Path.of(virtual)));
        }
        add(candidates, ".venv", inVirtualEnvironment(projectDirectory.resolve(".venv")));
        for (String name : names(target)) {
            locate(name).ifPresent(path -> candidates.put(name, path));
        }
        return candidates;
    }

    private static void add(Map<String, Path> candidates, String name, Path path) {
        if (Files.isExecutable(path)) {
            candidates.put(name, path);
        }
    }

    private Path inVirtualEnvironment(Path folder) {
        return windows
                ? folder.resolve("Scripts").resolve("python.exe")
                : folder.resolve("bin").resolve("python");
    }

    private List<String> names(PythonVersion target) {
        List<String> names = new ArrayList<>(List.of("python" + target.majorMinor(), "python3", "python"));
        if (windows) {
            names.add("py");
        }
        return names;
    }

    private Optional<Path> locate(String name) {
        if (name.contains("/") || name.contains("\\")) {
            Path path = projectDirectory.resolve(name);
            return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String suffix : windows ? List.of(".exe", ".bat", ".cmd", "") : List.of("")) {
                Path path = Path.of(folder.isEmpty() ? "." : folder).resolve(name + suffix);
                if (Files.isRegularFile(path) && Files.isExecutable(path)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUsable(Interpreter interpreter) {
        return interpreter.version().compareTo(PythonVersion.OLDEST) >= 0;
    }

    /** Asks a program whether it is a Python interpreter; empty when it is none or does not answer. */
    public Optional<Interpreter> ask(Path program) {
        Answers.Answer kept = answers.map(all -> all.find(program)).orElse(Answers.Answer.UNKNOWN);
        if (kept.known()) {
            refusedByMemory |= kept.lines().isEmpty();
            return interpreter(kept.lines());
        }
        Command command = Command.of(program, List.of("-I", "-c", QUESTION)).within(PATIENCE);
        try {
            Outcome outcome = ChildProcess.run(command);
            List<String> lines = outcome.succeeded() ? outcome.output() : List.of();
            boolean ended = !outcome.timedOut() && outcome.exitCode() < KILLED;
            if (lines.isEmpty() ? ended : hasPip(lines)) {
                // Without pip it is asked again: pip may be installed before the next build.
                answers.ifPresent(all -> all.keep(program, lines));
            }
            return interpreter(lines);
        } catch (IOException notStartable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean hasPip(List<String> lines) {
        return lines.size() > LINES && !lines.get(LINES).isEmpty();
    }

    private static Optional<Interpreter> interpreter(List<String> lines) {
        if (lines.size() < LINES) {
            return Optional.empty();
        }
        Optional<String> pip = hasPip(lines) ? Optional.of(lines.get(LINES)) : Optional.empty();
        Host host = Host.parse(lines.get(3), lines.get(4), lines.get(5));
        return PythonVersion.parse(lines.get(1))
                .map(version -> new Interpreter(Path.of(lines.get(0)), version, lines.get(2), pip, host));
    }

    private static Problem unusable(String configured) {
        return Problem.error(
                Code.PYTHON_MISSING,
                "<python>",
                "'" + configured + "' is no usable Python interpreter",
                "name the path of a CPython " + PythonVersion.OLDEST.majorMinor()
                        + " or later with -Dpages.python=PATH, or leave it out",
                "it was started with -I -c and did not answer with a version of at least "
                        + PythonVersion.OLDEST.majorMinor());
    }

    private Problem missing(PythonVersion target) {
        List<String> details = new ArrayList<>();
        details.add("looked for: -Dpages.python, $VIRTUAL_ENV, .venv, " + String.join(", ", names(target)));
        candidates(target)
                .forEach((name, path) -> details.add(name + " at " + path + ": "
                        + ask(path)
                                .map(found -> "version " + found.version() + " is too old")
                                .orElse("is no Python 3")));
        details.add("Debian, Ubuntu: sudo apt install python3 python3-pip");
        details.add("macOS: brew install python    Windows: winget install Python.Python.3.12");
        return new Problem(
                Code.PYTHON_MISSING,
                Severity.ERROR,
                "",
                "no Python " + PythonVersion.OLDEST.majorMinor() + " or later was found",
                details,
                "install one, or name it with -Dpages.python=PATH");
    }
}
