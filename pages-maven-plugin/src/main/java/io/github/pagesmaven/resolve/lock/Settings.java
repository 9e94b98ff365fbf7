package io.github.pagesmaven.resolve.lock;

import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a resolution depends on on this machine: where pip looks, and this plugin. Hashed, without credentials. */
public final class Settings {
    private static final List<String> VARIABLES = List.of(
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "PIP_FIND_LINKS",
            "PIP_NO_INDEX",
            "PIP_PRE",
            "PIP_PREFER_BINARY",
            "PIP_CONSTRAINT",
            "PIP_CONFIG_FILE",
            "PIP_UPLOADED_PRIOR_TO",
            "PIP_USE_DEPRECATED");

    private static final Pattern CONSTRAINT = Pattern.compile("(?m)^constraint\\s*[=:](.*(?:\\R[ \\t]+.*)*)");

    private Settings() {}

    /**
     * A fingerprint that changes when the last resolution may no longer be what pip would say.
     *
     * @param declared whose index options count
     * @param environment this process's variables
     * @param directory where pip runs: relative paths in them are seen from here
     * @param others further things that count: the plugin's version
     */
    public static String fingerprint(
            Optional<RequirementsFile> declared, Map<String, String> environment, Path directory, List<String> others) {
        List<String> texts = new ArrayList<>(others);
        declared.stream()
                .flatMap(file -> file.options().stream())
                .forEach(option -> texts.add(option.name() + "=" + Credentials.strip(option.value())));
        for (String name : VARIABLES) {
            texts.add(name + "=" + Credentials.strip(environment.getOrDefault(name, "")));
        }
        StringBuilder constraints = new StringBuilder(environment.getOrDefault("PIP_CONSTRAINT", ""));
        for (String file : configurationFiles(environment).values()) {
            String text = content(directory, file);
            texts.add(text);
            addConstraints(constraints, text);
        }
        for (String constraint : constraints.toString().strip().split("\\s+", -1)) {
            texts.add(content(directory, constraint));
        }
        return Inputs.sha256(texts);
    }

    private static void addConstraints(StringBuilder constraints, String configuration) {
        if (configuration.contains("constraint")) {
            CONSTRAINT.matcher(configuration).results().forEach(found -> constraints
                    .append(' ')
                    .append(found.group(1)));
        }
    }

    /** Where pip looks for its configuration: its documentation, "Configuration files". */
    private static Map<String, String> configurationFiles(Map<String, String> environment) {
        Map<String, String> files = new TreeMap<>();
        String home = System.getProperty("user.home", "");
        files.put("named", environment.getOrDefault("PIP_CONFIG_FILE", ""));
        files.put("virtual", below(environment.getOrDefault("VIRTUAL_ENV", ""), "/pip.conf"));
        files.put("global", "/etc/pip.conf");
        files.put("xdg", "/etc/xdg/pip/pip.conf");
        files.put("user", below(environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config"), "/pip/pip.conf"));
        files.put("mac", below(home, "/Library/Application Support/pip/pip.conf"));
        files.put("legacy", below(home, "/.pip/pip.conf"));
        files.put("windows", below(environment.getOrDefault("APPDATA", ""), "/pip/pip.ini"));
        return files;
    }

    private static String below(String folder, String file) {
        return folder.isEmpty() ? "" : folder + file;
    }

    private static String content(Path directory, String file) {
        try {
            Path path = directory.resolve(file);
            return file.isEmpty() || !Files.isRegularFile(path) ? "" : Credentials.strip(Files.readString(path));
        } catch (IOException | InvalidPathException unreadable) {
            return "";
        }
    }
}
