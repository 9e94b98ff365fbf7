package io.github.pagesmaven.requirement.file;

import java.util.Optional;

/**
 * A requirement as a user declared it.
 *
 * @param place {@code cloud-functions/requirements.txt:3}
 * @param constraint whether it stands in a constraints file, which asks for nothing
 * @param written the line without comment, variables not replaced; the only form that may be shown
 * @param text the same with the values of its variables; may hold a password
 * @param name its PEP 503 name; absent where only pip can tell
 * @param form what it points to
 * @param hashed whether it has {@code --hash}
 */
public record RequirementLine(
        String place,
        boolean constraint,
        String written,
        String text,
        Optional<String> name,
        Form form,
        boolean hashed) {

    /** What a requirement points to. */
    public enum Form {
        /** A name that an index knows. */
        NAMED,
        /** The URL or path of a wheel. */
        WHEEL,
        /** Something that has to be built: a folder, a repository, an archive of sources. */
        SOURCE
    }
}
