package io.github.pagesmaven.run.front;

/** What happens to a request beyond the platform's limits. */
public enum LimitMode {
    /** It is served, and told. */
    WARN,
    /** It is refused as the platform would: 413 for its body, 504 for its duration. */
    ENFORCE
}
