package io.github.pagesmaven.scan;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.source.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What to scan.
 *
 * @param projectDirectory places in messages are relative to it
 * @param functionsDirectory the function tree; it need not exist
 * @param excludes globs, seen from the functions directory, of what is neither scanned nor bundled
 * @param target what the sources are read for
 * @param stateDirectory where results are kept until the next scan: {@code target/pages}
 * @param interpreter who judges the sources; asked only when there is something to judge
 * @param library whether a top-level import name belongs to the target's standard library
 */
public record ScanRequest(
        Path projectDirectory,
        Path functionsDirectory,
        List<String> excludes,
        Target target,
        Path stateDirectory,
        Supplier<Optional<Interpreter>> interpreter,
        Predicate<String> library) {
    public ScanRequest {
        excludes = List.copyOf(excludes);
    }

    /** The functions directory as messages call it: relative to the project where it stands in it. */
    public String folderName() {
        Path project = projectDirectory.toAbsolutePath().normalize();
        Path functions = functionsDirectory.toAbsolutePath().normalize();
        Path shown = functions.startsWith(project) ? project.relativize(functions) : functions;
        return shown.toString().replace('\\', '/');
    }
}
