package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.pip.Evidence.Cause;
import io.github.pagesmaven.resolve.pip.Evidence.Verdict;
import io.github.pagesmaven.resolve.version.Specifiers;
import io.github.pagesmaven.resolve.version.Version;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells from the evidence why a resolution failed: unknown, without a wheel for the target, to be built, in conflict. */
public final class Diagnosis {
    private static final Pattern SPECIFIED = Pattern.compile("[A-Za-z0-9._-]+\\s*(?:\\[[^\\]]*\\])?\\s*([<>=!~].*)");

    private static final int LINE = 200;
    private static final String OTHER_TARGET =
            "ask for a version that has one, or set pythonVersion, architecture or glibc to what the functions really"
                    + " run on";

    private final Requirements requirements;
    private final TargetPlatform target;
    private final PipAnswer answer;

    private Diagnosis(Requirements requirements, TargetPlatform target, PipAnswer answer) {
        this.requirements = requirements;
        this.target = target;
        this.answer = answer;
    }

    /** One problem for each distribution that is at fault; PAGES-011, 012 or 026. */
    public static List<Problem> of(Requirements requirements, TargetPlatform target, PipAnswer answer) {
        return new Diagnosis(requirements, target, answer).problems();
    }

    private List<Problem> problems() {
        Evidence.Refused refused = answer.evidence().refused();
        if (refused != null) {
            return List.of(
                    SourceBuilds.refused(place(refused.name()), refused.name(), Credentials.strip(refused.link())));
        }
        Map<String, Problem> found = new TreeMap<>();
        for (Cause cause : answer.evidence().causes()) {
            diagnose(cause).ifPresent(problem -> found.putIfAbsent(cause.name(), problem));
        }
        answer.evidence().candidates().forEach((name, version) -> {
            if (version.isEmpty() && isAskedFor(name)) {
                found.putIfAbsent(name, without(new Cause(name, name, "")));
            }
        });
        return found.isEmpty() ? List.of(conflict()) : List.copyOf(found.values());
    }

    private boolean isAskedFor(String name) {
        return Stream.concat(requirements.added().stream(), requirements.optional().stream())
                        .anyMatch(requirement -> requirement.name().equals(name)
                                && (requirements.required()
                                        || !requirements.optional().contains(requirement)))
                || requirements
                        .declared()
                        .map(RequirementsFile::names)
                        .map(names -> names.contains(name))
                        .orElse(false);
    }

    /** Only what no release can satisfy; two that disagree are a conflict. */
    private Optional<Problem> diagnose(Cause cause) {
        Map<String, Verdict> files = files(cause.name());
        Matcher specified = SPECIFIED.matcher(cause.requirement());
        Optional<Specifiers> wanted = specified.matches() ? Specifiers.parse(specified.group(1)) : Optional.empty();
        boolean satisfiable = files.entrySet().stream()
                .filter(entry -> entry.getValue().fits())
                .anyMatch(entry -> wanted.isEmpty()
                        || version(entry.getKey()).map(wanted.get()::allow).orElse(true));
        if (satisfiable || cause.name().startsWith("<")) {
            return Optional.empty();
        }
        return Optional.of(without(cause));
    }

    private Problem without(Cause cause) {
        String name = cause.name();
        Map<String, Verdict> files = files(name);
        String where = place(cause);
        String wantedBy = cause.parent().isEmpty() ? "" : ", which " + cause.parent() + " needs,";
        if (files.isEmpty()) {
            return problem(
                    Code.UNRESOLVABLE,
                    where,
                    "there is no distribution '" + name + "'" + wantedBy + " where pip looks",
                    quoted(),
                    "correct the name, or tell pip about the index that has it");
        }
        Availability availability = Availability.of(files, cause.requirement());
        if (!availability.anyWanted()) {
            return problem(
                    Code.UNRESOLVABLE,
                    where,
                    "no release fits '" + cause.requirement() + "'" + wantedBy,
                    availability.details(),
                    "ask for another version");
        }
        return problem(
                Code.NO_WHEEL,
                where,
                "no wheel of '" + cause.requirement() + "'" + wantedBy + " fits " + target,
                availability.details(),
                OTHER_TARGET);
    }

    private static Problem problem(Code code, String where, String what, List<String> details, String fix) {
        return new Problem(code, Severity.ERROR, where, what, details, fix);
    }

    private Problem conflict() {
        return problem(
                Code.UNRESOLVABLE,
                requirements.declared().map(RequirementsFile::place).orElse(""),
                "the requirements cannot be resolved for " + target,
                quoted(),
                "change what is asked for, or where pip looks; pip's own words are above");
    }

    private List<String> quoted() {
        Map<String, String> silent = new TreeMap<>();
        for (String index : answer.evidence().unreachable()) {
            String text = Credentials.strip(index);
            silent.putIfAbsent(
                    text.replaceFirst("(://[^/]*/).*", "$1"), text.substring(0, Math.min(LINE, text.length())));
        }
        List<String> lines = new ArrayList<>();
        silent.values().forEach(index -> lines.add("no answer from " + index));
        answer.messages().forEach(line -> lines.add("pip: " + line));
        return lines;
    }

    private Map<String, Verdict> files(String name) {
        return answer.evidence().files().getOrDefault(ProjectName.normalize(name), Map.of());
    }

    static Optional<Version> version(String fileName) {
        return WheelName.parse(fileName).flatMap(wheel -> Version.parse(wheel.version()));
    }

    /** Where the user asks for it, else for the distribution that needs it. */
    private String place(Cause cause) {
        String own = place(cause.name());
        return own.isEmpty() ? place(ProjectName.normalize(cause.parent().replaceFirst(" .*", ""))) : own;
    }

    private String place(String name) {
        List<String> places = new ArrayList<>();
        requirements.declared().ifPresent(file -> file.lines().stream()
                .filter(line -> line.name().equals(Optional.of(ProjectName.normalize(name))))
                .forEach(line -> places.add(line.place())));
        Stream.concat(requirements.added().stream(), requirements.optional().stream())
                .filter(requirement -> requirement.name().equals(name))
                .forEach(requirement -> places.add(requirement.origins().get(0).where()));
        return places.isEmpty() ? "" : places.get(0);
    }
}
