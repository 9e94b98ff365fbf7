package io.github.pagesmaven.mojo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every parameter that a user can set, with its default: the one place where defaults stand. A Mojo parameter carries
 * none of its own, since {@code pages.yaml} comes after the POM and before the default.
 */
final class Parameters {
    /** Parameter names as in pages.yaml ({@code run.port} is {@code run: {port: ...}}) and their defaults as text. */
    static final Map<String, String> DEFAULTS = defaults();

    private Parameters() {}

    /** The default of a parameter; empty text means none. */
    static String defaultOf(String name) {
        String value = DEFAULTS.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such parameter: " + name);
        }
        return value;
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("skip", "false");
        defaults.put("functionsDirectory", "cloud-functions");
        defaults.put("staticDirectory", "");
        defaults.put("testsDirectory", "tests");
        defaults.put("excludes", "");
        defaults.put("python", "");
        defaults.put("pythonVersion", "3.10");
        defaults.put("architecture", "x86_64");
        defaults.put("glibc", "2.17");
        defaults.put("accelerators", "auto");
        defaults.put("allowSourceBuild", "false");
        defaults.put("importMap", "");
        defaults.put("cacheDirectory", "");
        defaults.put("precompile", "auto");
        defaults.put("slim", "off");
        defaults.put("layout", "pages");
        defaults.put("sizeLimit", "128");
        addFlags(defaults);
        addRun(defaults);
        defaults.put("path", "");
        defaults.put("method", "GET");
        defaults.put("format", "text");
        return Collections.unmodifiableMap(defaults);
    }

    private static void addFlags(Map<String, String> defaults) {
        for (String goal :
                new String[] {"scan", "resolve", "test", "stage", "package", "run", "routes", "lock", "clean-cache"}) {
            defaults.put(goal + ".skip", "false");
        }
        for (String flag : new String[] {"skipTests", "mavenTestSkip", "testFailureIgnore"}) {
            defaults.put(flag, "false");
        }
    }

    private static void addRun(Map<String, String> defaults) {
        defaults.put("run.port", "");
        defaults.put("run.host", "127.0.0.1");
        defaults.put("run.log", "pretty");
        defaults.put("run.limits", "warn");
        defaults.put("run.reload", "auto");
        defaults.put("run.watch", "auto");
        defaults.put("run.debug", "");
        defaults.put("run.open", "false");
        defaults.put("run.https", "false");
        defaults.put("run.frontend", "");
    }
}
