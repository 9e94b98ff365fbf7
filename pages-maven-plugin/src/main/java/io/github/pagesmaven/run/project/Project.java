package io.github.pagesmaven.run.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the parts of the project stand that is served.
 *
 * @param name as messages call it
 * @param plugin name and version of the plugin
 * @param target the Python version of the platform, {@code 3.10}
 * @param directory the project's folder: edgeone.json, .env, requirements.txt
 * @param functionsDirectory the functions
 * @param staticDirectory the static front end, when a parameter names it
 * @param workDirectory a folder below target that the server may fill: never the staging folder
 * @param skippedFolders names of folders that hold no functions
 * @param inputs further files whose change is a change of the bundle
 */
public record Project(
        String name,
        String plugin,
        String target,
        Path directory,
        Path functionsDirectory,
        Optional<Path> staticDirectory,
        Path workDirectory,
        Set<String> skippedFolders,
        List<Path> inputs) {
    public Project {
        skippedFolders = Set.copyOf(skippedFolders);
        inputs = List.copyOf(inputs);
    }
}
