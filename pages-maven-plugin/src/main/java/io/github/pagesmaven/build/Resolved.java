package io.github.pagesmaven.build;

import io.github.pagesmaven.install.Wheel;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.resolve.Resolution;
import java.util.List;

/**
 * What is to be installed.
 *
 * @param requirements what is needed, and who asked for it
 * @param resolution the distributions that satisfy it
 * @param text the content of requirements.txt: a line for each requirement with its origin
 */
public record Resolved(Requirements requirements, Resolution resolution, String text) {
    /** The wheels to install. */
    List<Wheel> wheels() {
        return resolution.distributions().stream()
                .map(one -> new Wheel(one.name(), one.version(), one.fileName(), one.sha256(), one.wheel()))
                .toList();
    }
}
