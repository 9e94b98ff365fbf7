package io.github.pagesmaven.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run, never through a shell.
 *
 * @param arguments the program and its arguments, each one word
 * @param environment added to this process's environment; an empty value removes the variable
 * @param directory working directory, or this process's own
 * @param input text for its standard input in UTF-8, which is then closed
 * @param timeout after which it is ended with all its children; none waits for ever
 */
public record Command(
        List<String> arguments,
        Map<String, String> environment,
        Optional<Path> directory,
        String input,
        Optional<Duration> timeout) {
    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A program with its arguments. */
    public static Command of(Path program, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(program.toString());
        all.addAll(arguments);
        return new Command(all, Map.of(), Optional.empty(), "", Optional.empty());
    }

    /** The same with one more variable; an empty value removes it from the child's environment. */
    public Command with(String variable, String value) {
        Map<String, String> changed = new LinkedHashMap<>(environment);
        changed.put(variable, value);
        return new Command(arguments, changed, directory, input, timeout);
    }

    /** The same, run in a folder. */
    public Command in(Path folder) {
        return new Command(arguments, environment, Optional.of(folder), input, timeout);
    }

    /** The same, fed with a text. */
    public Command fed(String text) {
        return new Command(arguments, environment, directory, text, timeout);
    }

    /** The same, ended after a while. */
    public Command within(Duration limit) {
        return new Command(arguments, environment, directory, input, Optional.of(limit));
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(arguments);
        environment.forEach((variable, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        directory.ifPresent(folder -> builder.directory(folder.toFile()));
        return builder;
    }
}
