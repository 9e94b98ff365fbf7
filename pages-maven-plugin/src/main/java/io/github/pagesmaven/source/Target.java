package io.github.pagesmaven.source;

/**
 * What sources are read for: it decides the grammar and which branches are alive.
 *
 * @param minor the minor version of CPython 3 that will run the code (10 for 3.10)
 * @param sysPlatform the value of {@code sys.platform} there
 */
public record Target(int minor, String sysPlatform) {

    /**
     * The given version on Linux, where functions run.
     *
     * @param minor the minor version of CPython 3
     */
    public Target(int minor) {
        this(minor, "linux");
    }
}
