package io.github.pagesmaven.scan.verdict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an interpreter says about a file.
 *
 * @param interpreter which one, {@code cpython 3.10.4}
 * @param refused why it does not compile the file, or null when it does
 */
public record Verdict(String interpreter, @Nullable Refusal refused) {

    /** Why the file is not compiled; empty when it is. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refused);
    }

    /** Whether it comes from CPython of a minor version, so that it is the last word for that target. */
    public boolean decidesFor(int minor) {
        return interpreter.startsWith("cpython 3." + minor + ".");
    }
}
