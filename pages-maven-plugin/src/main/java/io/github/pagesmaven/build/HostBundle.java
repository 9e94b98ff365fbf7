package io.github.pagesmaven.build;

import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The functions with what they need on this machine.
 *
 * @param interpreter what runs them; empty when there is no function
 * @param packagesDirectory the folder of the distributions
 * @param packages what is in it; empty when the requirements cannot be satisfied
 * @param problems what is wrong with the requirements
 */
public record HostBundle(
        Optional<Interpreter> interpreter,
        Path packagesDirectory,
        Optional<InstalledPackages> packages,
        List<Problem> problems) {
    public HostBundle {
        problems = List.copyOf(problems);
    }
}
