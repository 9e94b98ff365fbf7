package io.github.pagesmaven.build;

import io.github.pagesmaven.python.PythonVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a build needs to know: no default is taken later.
 *
 * @param project whose functions these are
 * @param functions where they are
 * @param target what runs them
 * @param requirements how their requirements are resolved
 * @param bundle what the zip is to be like
 * @param pluginVersion the version of this plugin: a new one resolves anew
 */
public record BuildRequest(
        Project project,
        Functions functions,
        Target target,
        RequirementOptions requirements,
        BundleOptions bundle,
        String pluginVersion) {
    /** The same with a work folder of its own, for what is installed to run here. */
    BuildRequest forHost() {
        Project own =
                new Project(project.name(), project.directory(), project.work().resolve("run"), project.zip());
        return new BuildRequest(own, functions, target, requirements, bundle, pluginVersion);
    }

    /**
     * The project.
     *
     * @param name its artifactId, the top folder of the zip
     * @param directory its folder
     * @param work where the plugin keeps its files, {@code target/pages}
     * @param zip the artifact, {@code target/<finalName>.zip}
     */
    public record Project(String name, Path directory, Path work, Path zip) {}

    /**
     * The functions and what stands beside them.
     *
     * @param directory {@code cloud-functions}
     * @param excludes globs, seen from that folder, of what is neither scanned nor bundled
     * @param staticDirectory the static front end, when the user names one
     */
    public record Functions(Path directory, List<String> excludes, Optional<Path> staticDirectory) {
        public Functions {
            excludes = List.copyOf(excludes);
        }
    }

    /**
     * The machine that runs the functions: CPython on Linux.
     *
     * @param python its version, major and minor
     * @param architecture {@code x86_64} or {@code aarch64}
     * @param glibcMinor the 17 of its GNU C library 2.17
     */
    public record Target(PythonVersion python, String architecture, int glibcMinor) {}

    /**
     * How requirements are resolved.
     *
     * @param python the interpreter that the user names
     * @param accelerators auto, on or off
     * @param allowSourceBuild whether requirement lines may run build code
     * @param importMap import names and the distributions that provide them
     * @param offline whether Maven was told to work offline
     * @param cacheDirectory where wheels are kept, when the user names a folder
     */
    public record RequirementOptions(
            Optional<String> python,
            String accelerators,
            boolean allowSourceBuild,
            Map<String, String> importMap,
            boolean offline,
            Optional<Path> cacheDirectory) {
        public RequirementOptions {
            importMap = Map.copyOf(importMap);
        }
    }

    /**
     * What the zip is to be like.
     *
     * @param layout pages or flat
     * @param precompile auto, on or off
     * @param slim off or safe
     * @param sizeLimit of the zip, in megabytes of 1,048,576 bytes
     * @param entryTime the time of every entry; empty for 1980-01-01
     */
    public record BundleOptions(
            String layout, String precompile, String slim, int sizeLimit, Optional<Instant> entryTime) {}
}
