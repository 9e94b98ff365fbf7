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
            "PIP_CONFIG_FILE");

    private Settings() {}

    /**
     * A fingerprint that changes when the last resolution may no longer be what pip would say.
     *
     * @param declared whose index options count
     * @param environment this process's variables
     * @param others further things that count: the plugin's version
     */
    public static String fingerprint(
            Optional<RequirementsFile> declared, Map<String, String> environment, List<String> others) {
        List<String> texts = new ArrayList<>(others);
        declared.stream()
                .flatMap(file -> file.options().stream())
                .forEach(option -> texts.add(option.name() + "=" + Credentials.strip(option.value())));
        for (String name : VARIABLES) {
            texts.add(name + "=" + Credentials.strip(environment.getOrDefault(name, "")));
        }
        for (String constraint : environment.getOrDefault("PIP_CONSTRAINT", "").split("\\s+", -1)) {
            texts.add(content(constraint));
        }
        configurationFiles(environment).values().forEach(file -> texts.add(content(file)));
        return Inputs.sha256(texts);
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

    private static String content(String file) {
        try {
            return file.isEmpty() || !Files.isRegularFile(Path.of(file))
                    ? ""
                    : Credentials.strip(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException unreadable) {
            return "";
        }
    }
}
