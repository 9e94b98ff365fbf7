package io.github.pagesmaven.requirement;

/** Whether distributions are added that make the runtime faster but that it can do without. */
public enum Accelerators {
    /** Those that have a wheel for the target. */
    AUTO,
    /** All of them; one without a wheel is an error. */
    ON,
    /** None. */
    OFF
}
