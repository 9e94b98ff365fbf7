package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.resolve.pip.Evidence.Verdict;
import io.github.pagesmaven.resolve.version.Specifiers;
import io.github.pagesmaven.resolve.version.Version;
import io.github.pagesmaven.resolve.wheel.WheelName;
import io.github.pagesmaven.resolve.wheel.WheelTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * For which targets a distribution has wheels.
 *
 * @param anyWanted whether any file, fitting or not, has a version that was asked for
 * @param details lines for a message
 */
record Availability(boolean anyWanted, List<String> details) {
    private static final int SHOWN = 8;

    private record Wheel(WheelName name, Version version, boolean fits) {}

    static Availability of(Map<String, Verdict> files, String requirement) {
        List<Wheel> wheels = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        files.forEach((fileName, verdict) ->
                wheel(fileName, verdict).ifPresentOrElse(wheels::add, () -> sources.add(fileName)));
        Specifiers wanted = wanted(requirement);
        List<Wheel> asked =
                wheels.stream().filter(wheel -> wanted.allow(wheel.version())).toList();
        List<String> details = new ArrayList<>();
        newest(asked).ifPresent(version -> targets(details, asked, version));
        newest(wheels.stream().filter(Wheel::fits).toList())
                .ifPresent(version -> details.add("the newest that fits is " + version));
        if (asked.isEmpty() && !sources.isEmpty()) {
            details.add("published as sources only: " + Collections.max(sources));
        }
        files.values().stream()
                .filter(verdict -> verdict.kind().startsWith("requires_python"))
                .map(Verdict::requiresPython)
                .distinct()
                .limit(3)
                .forEach(range -> details.add("some releases want Python " + range));
        return new Availability(!asked.isEmpty() || !sources.isEmpty(), details);
    }

    private static Optional<Wheel> wheel(String fileName, Verdict verdict) {
        return WheelName.parse(fileName).flatMap(name -> Version.parse(name.version())
                .map(version -> new Wheel(name, version, verdict.fits())));
    }

    private static Specifiers wanted(String requirement) {
        String text = requirement
                .replaceFirst("^[A-Za-z0-9._-]+\\s*(\\[[^\\]]*\\])?\\s*", "")
                .replaceFirst(";.*$", "");
        return Specifiers.parse(text).or(() -> Specifiers.parse("")).orElseThrow();
    }

    private static Optional<Version> newest(List<Wheel> wheels) {
        return wheels.stream().map(Wheel::version).max(Comparator.naturalOrder());
    }

    private static void targets(List<String> details, List<Wheel> wheels, Version version) {
        Map<String, Set<String>> pythons = new TreeMap<>();
        for (Wheel wheel : wheels) {
            if (wheel.version().equals(version)) {
                for (WheelTag tag : wheel.name().tags()) {
                    String abi = tag.abi().equals(tag.python()) ? "" : "-" + tag.abi();
                    pythons.computeIfAbsent(tag.platform(), platform -> new TreeSet<>())
                            .add(tag.python() + abi);
                }
            }
        }
        details.add(version + " has wheels for:");
        pythons.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> details.add("  " + entry.getKey() + ": " + String.join(", ", entry.getValue())));
        if (pythons.size() > SHOWN) {
            details.add("  and " + (pythons.size() - SHOWN) + " other platforms");
        }
    }
}
