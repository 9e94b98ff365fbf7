package io.github.pagesmaven.resolve.wheel;

import java.nio.file.Path;

/**
 * A distribution that was resolved and whose wheel is at hand.
 *
 * @param pin what was resolved, with the size of the wheel
 * @param wheel the file in the wheel store
 */
public record Distribution(Pin pin, Path wheel) {

    /** Its PEP 503 name. */
    public String name() {
        return pin.name();
    }

    /** Its version. */
    public String version() {
        return pin.version();
    }

    /** The wheel's own file name; in the store it has another one. */
    public String fileName() {
        return pin.fileName();
    }

    /** The hash of the wheel, in lower-case hexadecimal. */
    public String sha256() {
        return pin.sha256();
    }

    /** The size of the wheel in bytes. */
    public long size() {
        return pin.size();
    }
}
