package io.github.pagesmaven.scan.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pagesmaven.json.JsonText;
import io.github.pagesmaven.json.JsonTree;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets one interpreter compile many files, each of them once, in one process. */
public final class SourceCompiler {
    private static final String PROGRAM = "/io/github/pagesmaven/python/pages_build/compile_sources.py";

    private final Interpreter interpreter;

    public SourceCompiler(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** How its verdicts call an interpreter: {@code cpython 3.10.4}. */
    public static String name(Interpreter interpreter) {
        return interpreter.implementation() + " " + interpreter.version();
    }

    /**
     * Compiles files and forgets the result.
     *
     * @return one verdict for each file, in their order
     * @throws PagesException when the interpreter does not work
     */
    public List<Verdict> compile(List<Path> files) {
        List<Verdict> verdicts = new ArrayList<>();
        while (verdicts.size() < files.size()) {
            List<Path> left = files.subList(verdicts.size(), files.size());
            List<String> answers = answers(left);
            int told = Math.min(answers.size(), left.size());
            answers.subList(0, told).forEach(answer -> verdicts.add(verdict(answer)));
        }
        return verdicts;
    }

    /** An interpreter that dies over a file refuses it by that; the next process goes on after it. */
    private List<String> answers(List<Path> files) {
        Outcome outcome = run(files);
        List<String> answers = outcome.output().stream()
                .filter(line -> line.startsWith("{") || line.equals("null"))
                .toList();
        if (answers.size() >= files.size()) {
            return answers;
        }
        if (answers.isEmpty() && outcome.exitCode() == 1) {
            throw PagesException.error(broken(outcome.errors()));
        }
        List<String> all = new ArrayList<>(answers);
        all.add(JsonText.line(
                Map.of("kind", "Crash", "message", "the interpreter ended with exit code " + outcome.exitCode())));
        return all;
    }

    private Outcome run(List<Path> files) {
        StringBuilder list = new StringBuilder();
        files.forEach(file -> list.append(file).append('\0'));
        Command command = Command.of(interpreter.executable(), List.of("-I", "-S", "-X", "utf8", "-c", program()))
                .fed(list.toString());
        try {
            return ChildProcess.run(command);
        } catch (IOException e) {
            throw PagesException.error(broken(List.of(String.valueOf(e.getMessage()))), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PagesException.error(broken(List.of("the build was interrupted")), e);
        }
    }

    private Problem broken(List<String> said) {
        return Problem.error(
                Code.PYTHON_MISSING,
                "<python>",
                "the interpreter " + interpreter.executable() + " cannot compile",
                "name another one with -Dpages.python=PATH",
                said.toArray(String[]::new));
    }

    private Verdict verdict(String answer) {
        if (answer.equals("null")) {
            return new Verdict(name(interpreter), null);
        }
        JsonNode json = parse(answer);
        return new Verdict(
                name(interpreter),
                new Refusal(
                        json.path("kind").asText(),
                        json.path("message").asText(),
                        json.path("line").asInt(),
                        json.path("column").asInt(),
                        json.path("text").asText()));
    }

    private static JsonNode parse(String answer) {
        try {
            return JsonTree.read(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        try (InputStream stream = SourceCompiler.class.getResourceAsStream(PROGRAM)) {
            if (stream == null) {
                throw new IllegalStateException(PROGRAM + " is missing in the plugin's jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
