package io.github.pagesmaven.source.entry;

/**
 * Something about a file's entry that its author should know.
 *
 * @param kind what it is about
 * @param text one sentence that says what and why
 * @param line 1-based
 */
public record Hint(Kind kind, String text, int line) {

    /** What a hint is about. */
    public enum Kind {
        /** An entry's name is only imported, so the file is auxiliary. */
        RE_EXPORT,
        /** Several names could answer. */
        AMBIGUOUS,
        /** A literal {@code root_path} would overwrite the route's prefix. */
        ROOT_PATH,
        /** A name looks like an entry but is none. */
        NOT_AN_ENTRY
    }
}
