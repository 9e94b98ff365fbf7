package io.github.pagesmaven.source.syntax;

/** The tokens do not fit the grammar; where, is known from how many were read. */
final class Rejection extends RuntimeException {
    /** One for all, because it carries nothing, not even a stack. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    static final Rejection INSTANCE = new Rejection();

    private static final long serialVersionUID = 1L;

    private Rejection() {
        super(null, null, false, false);
    }
}
