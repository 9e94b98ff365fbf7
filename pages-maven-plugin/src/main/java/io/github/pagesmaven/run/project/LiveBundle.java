package io.github.pagesmaven.run.project;

import io.github.pagesmaven.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is served until the next change.
 *
 * @param routing which function answers which path
 * @param config the text of the bundle's config.json
 * @param python what runs the functions; empty when there are none, or when the server that they need is not installed
 * @param problems mistakes in the sources and in their requirements, to be told
 */
public record LiveBundle(Routing routing, String config, Optional<Python> python, List<Problem> problems) {
    public LiveBundle {
        problems = List.copyOf(problems);
    }

    /**
     * An interpreter with the installed distributions.
     *
     * @param executable the interpreter
     * @param version its version, {@code 3.11.7}
     * @param packages the folder of the distributions
     * @param installed a text that changes whenever one of them does
     * @param unpacked how many were unpacked since pages:run started: a process that is older may lack them
     * @param distributions each with its version, {@code httpx 0.28.1}
     * @param preload modules of the distributions and the standard library that the functions import
     */
    public record Python(
            Path executable,
            String version,
            Path packages,
            String installed,
            int unpacked,
            Set<String> distributions,
            List<String> preload) {
        public Python {
            distributions = Set.copyOf(distributions);
            preload = List.copyOf(preload);
        }
    }
}
