package io.github.pagesmaven.requirement;

/**
 * Who asked for a requirement.
 *
 * @param where {@code cloud-functions/api/index.py:3:1}, or empty for the runtime
 * @param why what stands there: {@code import yaml}, or what the runtime needs it for
 */
public record Origin(String where, String why) {

    /** Both in one line. */
    public String text() {
        return where.isEmpty() ? why : where + " " + why;
    }
}
