package io.github.pagesmaven.resolve.wheel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps wheels by the hash of their bytes. */
public interface WheelStore {

    /**
     * The wheel with this hash; one whose bytes have changed counts as missing.
     *
     * @param sha256 in lower-case hexadecimal
     */
    Optional<Path> find(String sha256);

    /**
     * Keeps a copy of a wheel and says where it is.
     *
     * @param wheel a file anywhere
     * @param sha256 what its bytes must hash to
     * @throws IOException when they do not, or the copy cannot be written
     */
    Path add(Path wheel, String sha256) throws IOException;

    /**
     * A file in which something about a project may be kept between its builds, whether or not they are clean. It may be
     * gone at any time.
     *
     * @param kind what is kept
     * @param project the project's folder
     */
    Path note(String kind, Path project);
}
