package io.github.pagesmaven.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * One mistake or obstacle, told so that the reader knows what to do next.
 *
 * @param code stable number of its kind
 * @param severity whether it ends the build
 * @param where {@code path:line:column} from the project folder, the XML name of a parameter such as
 *     {@code <pythonVersion>}, or empty where there is no place
 * @param what one sentence without a full stop
 * @param details further lines: the reason, the other place, what was tried; may be empty
 * @param fix the next step, or empty when {@code what} says it
 */
public record Problem(Code code, Severity severity, String where, String what, List<String> details, String fix) {
    public Problem {
        details = List.copyOf(details);
    }

    /** A problem that ends the build. */
    public static Problem error(Code code, String where, String what, String fix, String... details) {
        return new Problem(code, Severity.ERROR, where, what, List.of(details), fix);
    }

    /** A problem that is only told. */
    public static Problem warning(Code code, String where, String what, String fix, String... details) {
        return new Problem(code, Severity.WARNING, where, what, List.of(details), fix);
    }

    /** Whether it ends the build. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The lines that a user reads: code, place and sentence first, the rest indented by two spaces. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(code.id() + (where.isEmpty() ? "" : " " + where) + "  " + what);
        details.forEach(detail -> lines.add("  " + detail));
        if (!fix.isEmpty()) {
            lines.add("  fix: " + fix);
        }
        return lines;
    }

    /** The same as one text. */
    public String text() {
        return String.join("\n", lines());
    }
}
