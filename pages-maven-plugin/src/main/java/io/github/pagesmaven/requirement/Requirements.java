package io.github.pagesmaven.requirement;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the functions need.
 *
 * @param declared the user's file, which pip gets as it is
 * @param added what is asked for beside it, sorted by name
 * @param optional accelerators of the runtime, each of which may be left out, best first
 * @param undeclared what would be added if the user's file did not check hashes; otherwise empty
 * @param pending imports to be judged when the distributions are known
 * @param required whether an optional one without a wheel is an error
 * @param problems mistakes that are known already
 */
public record Requirements(
        Optional<RequirementsFile> declared,
        List<Requirement> added,
        List<Requirement> optional,
        List<Requirement> undeclared,
        List<PendingImport> pending,
        boolean required,
        List<Problem> problems) {
    public Requirements {
        added = List.copyOf(added);
        optional = List.copyOf(optional);
        undeclared = List.copyOf(undeclared);
        pending = List.copyOf(pending);
        problems = List.copyOf(problems);
    }

    /** Whether nothing at all is to be installed, so that neither pip nor an index is needed. */
    public boolean isEmpty() {
        return added.isEmpty()
                && optional.isEmpty()
                && declared.map(RequirementsFile::isEmpty).orElse(true);
    }
}
