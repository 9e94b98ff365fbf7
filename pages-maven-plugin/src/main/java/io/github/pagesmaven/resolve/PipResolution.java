package io.github.pagesmaven.resolve;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.requirement.BasicRequirements;
import io.github.pagesmaven.requirement.Requirement;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.pip.Diagnosis;
import io.github.pagesmaven.resolve.pip.Pip;
import io.github.pagesmaven.resolve.pip.PipAnswer;
import io.github.pagesmaven.resolve.pip.SourceWheels;
import io.github.pagesmaven.resolve.wheel.Pin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pip says about a request: one call as a rule, a second one when accelerators have no wheel for the target.
 *
 * @param pins sorted by name
 * @param notes what the user should know
 */
record PipResolution(List<Pin> pins, List<String> notes) {

    static PipResolution of(ResolveRequest request, Pip pip) {
        Requirements requirements = request.requirements();
        List<String> optional = names(requirements.optional());
        PipAnswer answer = ask(pip, requirements, optional);
        List<String> notes = new ArrayList<>();
        if (!answer.succeeded() && !optional.isEmpty() && !requirements.required()) {
            List<String> kept = available(answer, optional);
            if (!kept.equals(optional)) {
                notes.addAll(leftOut(optional, kept, request));
                answer = ask(pip, requirements, kept);
            }
        }
        if (!answer.succeeded()) {
            throw PagesException.failure(Diagnosis.of(requirements, request.target(), answer));
        }
        List<Pin> pins = new ArrayList<>(answer.pins());
        if (!answer.sources().isEmpty()) {
            pins.addAll(new SourceWheels(requirements.declared(), request.target(), request.store())
                    .build(answer.sources(), pip));
            pins.sort(Comparator.comparing(Pin::name));
        }
        PinCheck.of(pins, request.target());
        notes.addAll(answer.passedOver(request.target()));
        return new PipResolution(pins, notes);
    }

    private static PipAnswer ask(Pip pip, Requirements requirements, List<String> optional) {
        Set<String> names = new LinkedHashSet<>(names(requirements.added()));
        names.addAll(optional);
        Set<String> questions = new LinkedHashSet<>(names);
        requirements.declared().map(RequirementsFile::names).ifPresent(questions::addAll);
        optional.forEach(name -> BasicRequirements.alternative(name).ifPresent(questions::add));
        return pip.resolve(requirements.declared(), names, questions);
    }

    /** The optional names that the target has a wheel of, or else of their alternative. */
    private static List<String> available(PipAnswer answer, List<String> optional) {
        if (answer.saysNothing()) {
            return List.of();
        }
        return optional.stream()
                .flatMap(name -> Stream.of(Optional.of(name), BasicRequirements.alternative(name))
                        .flatMap(Optional::stream)
                        .filter(candidate -> !answer.hasNothingFor(candidate))
                        .limit(1))
                .toList();
    }

    private static List<String> leftOut(List<String> optional, List<String> kept, ResolveRequest request) {
        List<String> gone =
                optional.stream().filter(name -> !kept.contains(name)).toList();
        return List.of("left out, for there is no wheel for " + request.target() + ": " + String.join(", ", gone)
                + " (optional; the runtime is slower without)");
    }

    private static List<String> names(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::name).toList();
    }
}
