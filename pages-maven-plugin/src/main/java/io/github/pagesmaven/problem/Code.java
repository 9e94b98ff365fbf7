package io.github.pagesmaven.problem;

/** The stable number of a kind of problem; each has a section of its own in docs/errors.md. */
public enum Code {
    PYTHON_MISSING("001"),
    PIP_UNUSABLE("002"),
    UNKNOWN_IMPORT("010"),
    UNRESOLVABLE("011"),
    NO_WHEEL("012"),
    LOCK_MISMATCH("013"),
    FILE_CLASH("014"),
    ROUTE_CONFLICT("015"),
    NEVER_REACHED("016"),
    INVALID_NAME("017"),
    NOT_COMPILABLE("018"),
    HELPER_NAME("019"),
    SIZE_LIMIT("020"),
    PYTHON_DIFFERS("021"),
    INVALID_CONFIGURATION("022"),
    SECRET_LEFT_OUT("023"),
    INCOMPATIBLE_FUNCTIONS("024"),
    FILE_NAME_ENCODING("025"),
    SOURCE_BUILD("026"),
    NOT_WRITABLE("027"),
    LINK_OUTSIDE("028"),
    MISTAKEN_ENTRY("029"),
    PORT_IN_USE("030"),
    WORKER_FAILED("031"),
    TESTS_FAILED("040"),
    BROKEN_WHEEL("050"),
    NO_FUNCTION("051");

    private final String number;

    Code(String number) {
        this.number = number;
    }

    /** The code as users see it, for example {@code PAGES-015}. */
    public String id() {
        return "PAGES-" + number;
    }
}
