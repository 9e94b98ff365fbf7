package io.github.pagesmaven.resolve;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.Origin;
import io.github.pagesmaven.requirement.Requirement;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.pip.Pip;
import io.github.pagesmaven.resolve.pip.PipAnswer;
import io.github.pagesmaven.resolve.wheel.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the user's file checks hashes nothing can be added to it: says what is missing, ready to be pasted. */
final class Undeclared {
    private Undeclared() {}

    /**
     * Checks that the user's file covers what is needed, whoever resolved it.
     *
     * @param pip says what is to be pasted; not asked offline
     * @throws PagesException PAGES-010 for each requirement that it does not cover
     */
    static void check(ResolveRequest request, Supplier<Pip> pip, List<Pin> pins) {
        Set<String> covered = pins.stream().map(Pin::name).collect(Collectors.toSet());
        List<Requirement> missing = request.requirements().undeclared().stream()
                .filter(requirement -> !covered.contains(requirement.name()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String file =
                request.requirements().declared().map(RequirementsFile::place).orElse("requirements.txt");
        List<String> lines = pasteable(request, pip, missing, covered);
        List<Problem> problems = new ArrayList<>();
        for (Requirement requirement : missing) {
            boolean last = requirement.equals(missing.get(missing.size() - 1));
            problems.add(problem(requirement, file, last ? lines : List.of()));
        }
        throw PagesException.failure(problems);
    }

    private static List<String> pasteable(
            ResolveRequest request, Supplier<Pip> pip, List<Requirement> missing, Set<String> covered) {
        if (request.offline()) {
            return List.of();
        }
        List<String> names = missing.stream().map(Requirement::name).toList();
        PipAnswer answer = pip.get().resolveAlone(request.requirements().declared(), names);
        List<String> lines = new ArrayList<>();
        answer.pins().stream()
                .filter(pin -> !covered.contains(pin.name()))
                .map(pin -> pin.name() + "==" + pin.version() + " --hash=sha256:" + pin.sha256())
                .forEach(lines::add);
        if (!lines.isEmpty()) {
            lines.add(0, "to be pasted, with what it needs itself:");
        }
        return lines;
    }

    private static Problem problem(Requirement requirement, String file, List<String> lines) {
        Origin origin = requirement.origins().get(0);
        return new Problem(
                Code.UNKNOWN_IMPORT,
                Severity.ERROR,
                origin.where(),
                "'" + requirement.name() + "' is needed (" + origin.why() + "), but is not in " + file
                        + ", which checks hashes, so that nothing can be added to it",
                lines,
                "add '" + requirement.name() + "' to " + file + " with its hash");
    }
}
