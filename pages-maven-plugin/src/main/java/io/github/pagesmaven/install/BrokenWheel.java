package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;

/** Tells that a wheel is not what the wheel specification says. */
final class BrokenWheel {
    private BrokenWheel() {}

    static PagesException because(Wheel wheel, String reason) {
        return PagesException.failure(Problem.error(
                Code.BROKEN_WHEEL,
                wheel.fileName(),
                "the wheel of " + wheel.label() + " cannot be installed: " + reason,
                "require another version of " + wheel.name() + ", and tell its authors",
                "sha256 " + wheel.sha256()));
    }
}
