package io.github.pagesmaven.build;

import io.github.pagesmaven.install.Wheel;
import io.github.pagesmaven.resolve.Resolution;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be installed.
 *
 * @param resolution the distributions that satisfy what is needed
 * @param files the user's requirements files, the one with the others in it first
 * @param text the content of requirements.txt: a line for each requirement with its origin
 */
public record Resolved(Resolution resolution, List<Path> files, String text) {
    public Resolved {
        files = List.copyOf(files);
    }

    /** The wheels to install. */
    List<Wheel> wheels() {
        return resolution.distributions().stream()
                .map(one -> new Wheel(one.name(), one.version(), one.fileName(), one.sha256(), one.wheel()))
                .toList();
    }
}
