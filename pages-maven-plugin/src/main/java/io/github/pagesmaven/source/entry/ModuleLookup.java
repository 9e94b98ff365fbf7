package io.github.pagesmaven.source.entry;

import io.github.pagesmaven.source.Source;
import java.util.Optional;

/** Finds the sources that a file may import. */
@FunctionalInterface
public interface ModuleLookup {

    /**
     * The source of a local module.
     *
     * @param module its dotted name; with leading dots when it is relative to the file that is asked about
     */
    Optional<Source> find(String module);
}
