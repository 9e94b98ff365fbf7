package io.github.pagesmaven.run.project;

/** Scans the functions and installs what they need; called again after each change, never by two threads at once. */
public interface BundleSource {
    /**
     * The functions as they stand on disk. What is wrong with them is told in the bundle's problems: only what the
     * environment lacks is thrown.
     *
     * @param again tries once more what could not be had the last time, though nothing has changed
     * @throws io.github.pagesmaven.problem.PagesException when the machine cannot serve them
     */
    LiveBundle load(boolean again);
}
