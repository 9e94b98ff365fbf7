package io.github.pagesmaven.route;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.folder.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of files and folders make a route. */
final class NameRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final String NAME_FIX = "a name is a letter or '_', then letters, digits, '_' and '-'";

    private NameRules() {}

    /**
     * What is wrong with a function's path.
     *
     * @param file its path from the functions directory
     * @param place how the message calls it
     */
    static List<Problem> check(String file, String place) {
        List<Problem> problems = new ArrayList<>();
        Set<String> used = new HashSet<>();
        int catchAlls = 0;
        for (String name : RoutePattern.names(file)) {
            Segment segment = Segment.of(name);
            if (segment.isLiteral()) {
                checkLiteral(name, place, problems);
                continue;
            }
            if (!NAME.matcher(segment.text()).matches()) {
                problems.add(parameter(name, segment, place));
            } else if (!used.add(segment.text())) {
                problems.add(invalid(
                        place,
                        "the name '" + segment.text() + "' stands twice in this route",
                        "give one another name"));
            }
            catchAlls += segment.kind() == Segment.Kind.CATCH_ALL ? 1 : 0;
        }
        if (catchAlls > 1) {
            problems.add(invalid(
                    place,
                    "this route has " + catchAlls + " catch-alls, but one at most can be told apart",
                    "make all but one of them parameters: [name]"));
        }
        return problems;
    }

    private static Problem parameter(String name, Segment segment, String place) {
        String bare = segment.text().startsWith("...") ? segment.text().substring(3) : "";
        String fix = NAME.matcher(bare).matches() ? "a catch-all is written [[" + bare + "]]" : NAME_FIX;
        return invalid(place, "'" + VisibleText.of(name) + "' is no valid name of a parameter", fix);
    }

    private static void checkLiteral(String name, String place, List<Problem> problems) {
        if (name.contains("[") || name.contains("]")) {
            problems.add(invalid(
                    place,
                    "'" + VisibleText.of(name) + "' holds brackets, but is not wholly [name] or [[name]]",
                    "make the parameter a segment of its own, such as user/[id].py"));
        } else if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            problems.add(invalid(place, "'" + name + ".py' gives no segment that a client could ask for", "rename it"));
        } else if (name.contains("\\") || name.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(invalid(
                    place,
                    "'" + VisibleText.of(name) + "' holds a backslash or a control character, which no path may",
                    "rename it"));
        }
    }

    private static Problem invalid(String place, String what, String fix) {
        return Problem.error(Code.INVALID_NAME, VisibleText.of(place), what, fix);
    }
}
