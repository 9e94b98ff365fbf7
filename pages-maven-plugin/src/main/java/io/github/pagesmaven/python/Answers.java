package io.github.pagesmaven.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What programs have answered in earlier builds. Asking costs a process each, and a second where version managers put
 * a script in between. An answer holds as long as the program, the interpreter behind it, its pip, and the files and
 * variables by which version managers choose are what they were.
 */
final class Answers {
    private static final List<String> CHOICES = List.of(".python-version", ".tool-versions", "mise.toml", ".mise.toml");
    private static final List<String> VARIABLES = List.of("PATH", "PYENV", "VIRTUAL_ENV", "ASDF", "MISE");

    /** So many programs and surroundings are remembered, those asked last. */
    private static final int MOST = 64;

    private final Path file;
    private final String surroundings;

    Answers(Path file, Map<String, String> environment, Path projectDirectory) {
        this.file = file;
        this.surroundings = surroundings(environment, projectDirectory);
    }

    /**
     * What a program has answered, if that still holds.
     */
    Answer find(Path program) {
        List<String> fields = read().getOrDefault(key(program), List.of());
        if (fields.size() < 2 || !fields.get(0).equals(stamp(program))) {
            return Answer.UNKNOWN;
        }
        Answer answer = new Answer(true, fields.subList(2, fields.size()));
        return fields.get(1).equals(behind(answer.lines())) ? answer : Answer.UNKNOWN;
    }

    /**
     * @param known whether it was asked before
     * @param lines what it said; none when it is no interpreter
     */
    record Answer(boolean known, List<String> lines) {
        static final Answer UNKNOWN = new Answer(false, List.of());
    }

    /** Keeps an answer. One that cannot be kept is asked for again. */
    void keep(Path program, List<String> lines) {
        Map<String, List<String>> all = read();
        List<String> fields = new ArrayList<>(List.of(stamp(program), behind(lines)));
        fields.addAll(lines);
        all.remove(key(program));
        all.put(key(program), fields);
        all.keySet()
                .removeAll(all.keySet().stream()
                        .limit(Math.max(0, all.size() - MOST))
                        .toList());
        write(all);
    }

    /** Forgets which programs are no interpreters. */
    void forgetRefusals() {
        Map<String, List<String>> all = read();
        all.values().removeIf(fields -> fields.size() <= 2);
        write(all);
    }

    private void write(Map<String, List<String>> all) {
        StringBuilder text = new StringBuilder();
        all.forEach((name, values) ->
                text.append(name).append('\t').append(String.join("\t", values)).append('\n'));
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path temporary = folder.resolve(".writing-" + UUID.randomUUID());
            Files.writeString(temporary, text.toString());
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notWritable) {
            // The build says so itself where it has to write.
        }
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
                List<String> fields = Arrays.asList(line.split("\t", -1));
                all.put(fields.get(0) + "\t" + fields.get(1), fields.subList(2, fields.size()));
            }
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            return new LinkedHashMap<>();
        }
        return all;
    }

    /** The state of the interpreter that has answered and of its pip, whose folder carries the version. */
    private static String behind(List<String> lines) {
        StringBuilder state = new StringBuilder();
        for (String line : lines) {
            if (Path.of(line).isAbsolute()) {
                state.append(stamp(Path.of(line))).append(' ');
            }
        }
        return state.toString();
    }

    private String key(Path program) {
        return program + "\t" + surroundings;
    }

    private static String stamp(Path path) {
        File found = path.toFile();
        return path + "," + found.lastModified() + "," + found.length();
    }

    private static String surroundings(Map<String, String> environment, Path projectDirectory) {
        Map<String, String> state = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (VARIABLES.stream().anyMatch(name::startsWith)) {
                state.put(name, value);
            }
        });
        List<Path> folders = new ArrayList<>();
        for (Path folder = projectDirectory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            folders.add(folder);
        }
        Path home = Path.of(System.getProperty("user.home"));
        folders.add(home);
        for (Path folder : folders) {
            CHOICES.forEach(name -> state.put(folder + "/" + name, stamp(folder.resolve(name))));
        }
        Path pyenv = Path.of(environment.getOrDefault("PYENV_ROOT", home + "/.pyenv"));
        state.put("pyenv", stamp(pyenv.resolve("version")));
        return Integer.toHexString(state.hashCode())
                + Integer.toHexString(state.toString().hashCode());
    }
}
