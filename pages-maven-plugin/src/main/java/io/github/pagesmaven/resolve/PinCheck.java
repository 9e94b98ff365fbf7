package io.github.pagesmaven.resolve;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.resolve.version.Specifiers;
import io.github.pagesmaven.resolve.version.Version;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelName;
import java.util.List;
import java.util.Optional;

/** Proves of every wheel that the target can load it, whoever resolved it. */
final class PinCheck {
    private PinCheck() {}

    /**
     * Checks tags and Requires-Python.
     *
     * @throws PagesException PAGES-012 with all wheels that do not fit
     */
    static void of(List<Pin> pins, TargetPlatform target) {
        List<Problem> problems = pins.stream()
                .flatMap(pin -> fault(pin, target).stream()
                        .map(fault -> Problem.error(
                                Code.NO_WHEEL,
                                "",
                                pin.label() + " does not fit " + target,
                                "ask for a version that does; with a lock: mvn pages:lock",
                                fault)))
                .toList();
        if (!problems.isEmpty()) {
            throw PagesException.failure(problems);
        }
    }

    private static Optional<String> fault(Pin pin, TargetPlatform target) {
        Optional<WheelName> wheel = WheelName.parse(pin.fileName());
        if (wheel.isEmpty() || !target.fits(wheel.get())) {
            return Optional.of("its wheel is " + pin.fileName());
        }
        Version python = Version.parse(target.python().toString()).orElseThrow();
        boolean allowed = Specifiers.parse(pin.requiresPython())
                .map(specifiers -> specifiers.allow(python))
                .orElse(true);
        return allowed ? Optional.empty() : Optional.of("it wants Python " + pin.requiresPython());
    }

    /** What was withdrawn by its publisher and is used because it was asked for by its exact version. */
    static List<Problem> warnings(List<Pin> pins) {
        return pins.stream()
                .filter(Pin::yanked)
                .map(pin -> Problem.warning(
                        Code.UNRESOLVABLE,
                        "",
                        pin.label() + " was withdrawn by its publisher",
                        "ask for another version"))
                .toList();
    }
}
