package io.github.pagesmaven.install;

import java.nio.file.Path;

/**
 * A distribution that has been resolved and fetched.
 *
 * @param name its name, normalised by PEP 503
 * @param version its version
 * @param fileName the wheel's own file name
 * @param sha256 hash of the wheel, in lower-case hexadecimal
 * @param file the wheel in the cache
 */
public record Wheel(String name, String version, String fileName, String sha256, Path file) {
    /** As people write it: {@code numpy 2.4.6}. */
    public String label() {
        return name + " " + version;
    }
}
