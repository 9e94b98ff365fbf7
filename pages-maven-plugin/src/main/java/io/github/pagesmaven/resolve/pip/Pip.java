package io.github.pagesmaven.resolve.pip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.version.Version;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One pip, aimed at a target. The user's own configuration of pip (index, credentials, proxies, certificates,
 * constraints) is in force; settings that would change where or for what pip installs are not.
 */
public final class Pip {
    private static final String OLDEST = "22.2";
    private static final String LAUNCHER = "/io/github/pagesmaven/python/pages_build/pip_for_target.py";
    private static final Pattern CONNECTION =
            Pattern.compile("(?i)connection|retrying|could not fetch|ssl|certificate|timed out|proxy|\\b[45]\\d\\d\\b");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SHORT =
            List.of("--no-input", "--no-color", "--disable-pip-version-check", "--progress-bar", "off");
    private static final List<String> NOT_THE_USERS = List.of(
            "TARGET",
            "PREFIX",
            "ROOT",
            "PLATFORM",
            "PYTHON_VERSION",
            "ABI",
            "IMPLEMENTATION",
            "NO_BINARY",
            "ONLY_BINARY",
            "REPORT",
            "DRY_RUN",
            "REQUIREMENT",
            "EDITABLE",
            "NO_DEPS",
            "UPGRADE",
            "DEST",
            "PYTHON",
            "DOWNLOAD",
            "IGNORE_INSTALLED",
            "FORCE_REINSTALL",
            "SRC",
            "QUIET",
            "VERBOSE");

    private final Interpreter interpreter;
    private final TargetPlatform target;
    private final Path directory;
    private final boolean build;
    private final Consumer<String> progress;

    /**
     * Takes the interpreter's pip.
     *
     * @param interpreter whose pip it is
     * @param target what it resolves for
     * @param directory where it runs: relative paths in requirements are seen from here, as pip sees them
     * @param build whether build code of distributions may run
     * @param progress told each line that pip says, without credentials
     * @throws PagesException PAGES-002 when pip is missing or too old
     */
    public Pip(
            Interpreter interpreter, TargetPlatform target, Path directory, boolean build, Consumer<String> progress) {
        this.interpreter = interpreter;
        this.target = target;
        this.directory = directory;
        this.build = build;
        this.progress = progress;
        require(interpreter);
    }

    private static void require(Interpreter interpreter) {
        Optional<Version> found = interpreter.pip().flatMap(Version::parse);
        if (found.isPresent() && found.get().compareTo(Version.parse(OLDEST).orElseThrow()) >= 0) {
            return;
        }
        String python = interpreter.executable().toString();
        throw PagesException.error(Problem.error(
                Code.PIP_UNUSABLE,
                "<python>",
                found.map(version -> "pip " + version + " is too old, " + OLDEST + " or later is needed")
                        .orElse("there is no pip for the interpreter that was chosen"),
                found.isPresent()
                        ? python + " -m pip install --upgrade pip"
                        : python + " -m ensurepip --upgrade, or on Debian and Ubuntu: sudo apt install python3-pip",
                "interpreter: " + python + " (" + interpreter.version() + ")",
                "another one can be named with -Dpages.python=PATH"));
    }

    /**
     * Resolves requirements without installing or, where the index has metadata files, fetching anything.
     *
     * @param declared the user's file, which pip reads itself
     * @param names bare names to add
     * @param questions names to look for when it fails
     */
    public PipAnswer resolve(
            Optional<RequirementsFile> declared, Collection<String> names, Collection<String> questions) {
        return resolve(declared, GeneratedFile.of(names), questions);
    }

    /**
     * Resolves bare names alone, where a file says to look, without what it asks for.
     *
     * @param indexes the file whose indexes are asked
     * @param names bare names
     */
    public PipAnswer resolveAlone(Optional<RequirementsFile> indexes, Collection<String> names) {
        GeneratedFile file = new GeneratedFile(indexes);
        names.forEach(name -> file.add(name, ""));
        return resolve(Optional.empty(), file, List.of());
    }

    private PipAnswer resolve(
            Optional<RequirementsFile> declared, GeneratedFile generated, Collection<String> questions) {
        try (Scratch scratch = new Scratch()) {
            Path report = scratch.file("report.json");
            Path evidence = scratch.file("evidence.json");
            Path added = scratch.file("added.txt");
            Files.write(added, generated.lines());
            List<String> arguments = new ArrayList<>(List.of("install", "--dry-run", "--ignore-installed"));
            arguments.addAll(List.of(
                    "--report",
                    report.toString(),
                    "--target",
                    scratch.folder("empty").toString()));
            arguments.addAll(common());
            declared.ifPresent(file ->
                    arguments.addAll(List.of("-r", file.path().toAbsolutePath().toString())));
            arguments.addAll(List.of("-r", added.toString()));
            Outcome outcome = run(arguments, wishes(target.markers(), questions, evidence), generated.variables());
            Evidence seen = Files.exists(evidence) ? Evidence.read(evidence) : Evidence.NONE;
            if (!outcome.succeeded()) {
                return new PipAnswer(false, List.of(), List.of(), seen, messages(outcome));
            }
            Report read = Report.read(report);
            return new PipAnswer(true, read.pins(), read.sources(), seen, List.of());
        } catch (IOException e) {
            throw PagesException.notWritable(Scratch.PLACE, e);
        }
    }

    /**
     * Fetches wheels into a folder.
     *
     * @param file options, then one line for each wheel
     * @param folder where the wheels go
     * @return pip's errors; empty when all were fetched
     */
    public List<String> download(GeneratedFile file, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("download", "--no-deps", "--dest", folder.toString()));
        arguments.addAll(common());
        return run(arguments, file, target.markers());
    }

    /**
     * Builds wheels into a folder; their build code runs here, for this machine.
     *
     * @param file options, then one line for each distribution
     * @param folder where the wheels go
     * @return pip's errors; empty when all were built
     */
    public List<String> wheel(GeneratedFile file, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("wheel", "--no-deps", "--wheel-dir", folder.toString()));
        arguments.addAll(SHORT);
        return run(arguments, file, Map.of());
    }

    private List<String> run(List<String> arguments, GeneratedFile file, Map<String, String> markers) {
        try (Scratch scratch = new Scratch()) {
            Path written = scratch.file("requirements.txt");
            Files.write(written, file.lines());
            arguments.addAll(List.of("-r", written.toString()));
            String wishes = wishes(markers, List.of(), scratch.file("evidence.json"));
            Outcome outcome = run(arguments, wishes, file.variables());
            return outcome.succeeded() ? List.of() : messages(outcome);
        } catch (IOException e) {
            throw PagesException.notWritable(Scratch.PLACE, e);
        }
    }

    private List<String> common() {
        List<String> arguments = new ArrayList<>(List.of(
                "--only-binary=:all:",
                "--implementation",
                "cp",
                "--python-version",
                target.python().toString()));
        arguments.addAll(SHORT);
        target.pipPlatforms().forEach(platform -> arguments.addAll(List.of("--platform", platform)));
        return arguments;
    }

    private String wishes(Map<String, String> markers, Collection<String> questions, Path evidence) {
        ObjectNode wishes = JSON.createObjectNode();
        wishes.set("markers", JSON.valueToTree(markers));
        wishes.putArray("python")
                .add(target.python().major())
                .add(target.python().minor())
                .add(target.python().micro());
        wishes.put("build", build);
        wishes.set("names", JSON.valueToTree(questions));
        wishes.put("evidence", evidence.toString());
        return wishes.toString();
    }

    private Outcome run(List<String> pipArguments, String wishes, Map<String, String> variables) throws IOException {
        // Isolated, so that no file of the project is taken for a module; UTF-8 whatever the locale says.
        List<String> arguments = new ArrayList<>(List.of("-I", "-X", "utf8", "-", wishes));
        arguments.addAll(pipArguments);
        Command command =
                Command.of(interpreter.executable(), arguments).in(directory).fed(launcher());
        for (String setting : NOT_THE_USERS) {
            command = command.with("PIP_" + setting, "");
        }
        command = command.with("PIP_USER", "0").with("PIP_REQUIRE_VIRTUALENV", "0");
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        try {
            return ChildProcess.run(command, line -> progress.accept(Credentials.strip(line)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pip was running", e);
        }
    }

    /** pip's errors; of its warnings only those that say why an index did not answer. */
    private static List<String> messages(Outcome outcome) {
        List<String> errors = outcome.errors().stream()
                .map(Credentials::strip)
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
        List<String> told = errors.stream()
                .filter(line ->
                        !line.startsWith("WARNING:") || CONNECTION.matcher(line).find())
                .toList();
        return told.isEmpty() ? errors : told;
    }

    private static String launcher() throws IOException {
        try (InputStream stream = Objects.requireNonNull(Pip.class.getResourceAsStream(LAUNCHER), LAUNCHER)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
