package io.github.pagesmaven.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks a CPython what it makes of files; the answer that counts. */
record PythonOracle(Path executable, int minor, Path library) {
    private static final Path SCRIPT = Path.of("src/test/resources/source/oracle.py");
    private static final Pattern NAME = Pattern.compile("python3\\.(\\d+)");
    private static final String QUESTION =
            "import sys, sysconfig; print(sys.version_info[1], sysconfig.get_path('stdlib'))";

    /** Every interpreter that runs, one for each minor version: those of the PATH, and what pyenv keeps. */
    static List<PythonOracle> all() {
        Map<Integer, PythonOracle> found = new TreeMap<>();
        for (Path candidate : candidates()) {
            Matcher name = NAME.matcher(candidate.getFileName().toString());
            if (name.matches() && !found.containsKey(Integer.parseInt(name.group(1)))) {
                ask(candidate, found);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (Files.isDirectory(versions)) {
            list(versions).forEach(version -> folders.add(version.resolve("bin")));
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            folders.add(Path.of(folder));
        }
        List<Path> candidates = new ArrayList<>();
        folders.stream().filter(Files::isDirectory).forEach(folder -> candidates.addAll(list(folder)));
        return candidates;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static void ask(Path candidate, Map<Integer, PythonOracle> found) {
        try {
            List<String> answer = run(List.of(candidate.toString(), "-I", "-S", "-c", QUESTION), "");
            String[] parts = answer.isEmpty() ? new String[0] : answer.get(0).split(" ", 2);
            if (parts.length == 2 && Integer.parseInt(parts[0]) >= 8) {
                int minor = Integer.parseInt(parts[0]);
                found.put(minor, new PythonOracle(candidate, minor, Path.of(parts[1])));
            }
        } catch (IOException notRunnable) {
            // Another candidate may be.
        }
    }

    /** The files of its standard library, without what was installed. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(library)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.toString().contains("site-packages"))
                    .sorted()
                    .toList();
        }
    }

    /** What the interpreter says of each file. */
    List<JsonNode> judge(List<Path> files) throws IOException {
        StringBuilder paths = new StringBuilder();
        files.forEach(file -> paths.append(file.toAbsolutePath()).append('\n'));
        List<JsonNode> answers = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        List<String> command = List.of(executable.toString(), "-I", "-S", SCRIPT.toString());
        for (String line : run(command, paths.toString())) {
            answers.add(mapper.readTree(line));
        }
        return answers;
    }

    private static List<String> run(List<String> command, String input) throws IOException {
        Path asked = Files.createTempFile("oracle", ".in");
        Path answered = Files.createTempFile("oracle", ".out");
        try {
            Files.writeString(asked, input);
            Process process = new ProcessBuilder(command)
                    .redirectInput(asked.toFile())
                    .redirectOutput(answered.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? Files.readAllLines(answered, StandardCharsets.UTF_8) : List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(asked);
            Files.delete(answered);
        }
    }

    @Override
    public String toString() {
        return "CPython 3." + minor;
    }
}
