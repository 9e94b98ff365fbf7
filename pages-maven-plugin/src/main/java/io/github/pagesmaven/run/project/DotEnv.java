package io.github.pagesmaven.run.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of the developer's machine: {@code .env}, then {@code .env.local}, which wins; the environment that Maven
 * was started in wins over both. The files are never part of an artifact.
 *
 * @param files those that were found
 * @param variables what they set and the environment does not
 */
public record DotEnv(List<String> files, Map<String, String> variables) {
    /** Names of the files, the weakest first. */
    public static final List<String> NAMES = List.of(".env", ".env.local");

    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED =
            Pattern.compile("'([^']*)'\\s*(?:#.*)?|\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");

    public DotEnv {
        files = List.copyOf(files);
        variables = Map.copyOf(variables);
    }

    /** Reads the files of a project. */
    public static DotEnv read(Path directory, Map<String, String> environment) throws IOException {
        List<String> files = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : NAMES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                files.add(name);
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                text.lines().forEach(line -> add(line, variables));
            }
        }
        variables.keySet().removeAll(environment.keySet());
        return new DotEnv(files, variables);
    }

    private static void add(String line, Map<String, String> variables) {
        Matcher matcher = LINE.matcher(line.startsWith("\ufeff") ? line.substring(1) : line);
        if (matcher.matches()) {
            variables.put(matcher.group(1), value(matcher.group(2).strip()));
        }
    }

    private static String value(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            return text.replaceFirst("(^|\\s+)#.*$", "").strip();
        }
        if (quoted.group(1) != null) {
            return quoted.group(1);
        }
        return quoted.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Files and names, values masked: {@code .env (API_KEY=****)}. */
    public String shown() {
        if (files.isEmpty()) {
            return "";
        }
        List<String> names = new TreeSet<>(variables.keySet())
                .stream().map(name -> name + "=****").toList();
        return String.join(", ", files) + " (" + String.join(", ", names) + ")";
    }
}
