package io.github.pagesmaven.install;

import java.nio.file.Path;
import java.util.Map;

/** Where wheels are kept when the user names no folder. */
public final class CacheDirectory {
    private static final String NAME = "pages-maven-plugin";

    private CacheDirectory() {}

    /**
     * The user's cache folder, as the system knows it: {@code $XDG_CACHE_HOME} or {@code ~/.cache} (XDG Base Directory
     * Specification), {@code ~/Library/Caches} on macOS, {@code %LOCALAPPDATA%} on Windows.
     *
     * @param environment this process's environment variables
     * @param system {@code os.name}
     * @param home the user's home folder
     */
    public static Path of(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            return absolute(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve(NAME);
        }
        return absolute(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    }

    /** The specification wants relative values to be ignored. */
    private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path base = value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
        return base.resolve(NAME);
    }
}
