package io.github.pagesmaven.platform;

/** The platform's limits; bytes, seconds and characters. */
public final class Limits {
    /** Bytes of the zip, and of its content: 128 MB. */
    public static final long BUNDLE_SIZE = 128L * 1024 * 1024;

    /** Bytes of a request's body: 6 MB. */
    public static final long REQUEST_BODY = 6L * 1024 * 1024;

    /** Least seconds that {@code maxDuration} may say. */
    public static final int SHORTEST_DURATION = 10;

    /** Most seconds that {@code maxDuration} may say, and what holds without it. */
    public static final int LONGEST_DURATION = 120;

    /** Most rules of one kind in edgeone.json, and most headers in one of them. */
    public static final int RULES = 100;

    /** Most characters of a rule's source or destination, less the scheme. */
    public static final int PATTERN_LENGTH = 500;

    /** Most characters of the name of a header that a rule sets. */
    public static final int HEADER_NAME_LENGTH = 100;

    /** Most characters of the value of a header that a rule sets. */
    public static final int HEADER_VALUE_LENGTH = 1000;

    private Limits() {}
}
