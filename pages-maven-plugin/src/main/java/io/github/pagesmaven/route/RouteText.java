package io.github.pagesmaven.route;

import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the route table for people: route, mode and framework, file, methods or the application's own routes. */
public final class RouteText {
    private RouteText() {}

    /** Aligned lines of plain text; an application with several routes of its own takes as many lines. */
    public static List<String> lines(RouteTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (Route route : table.routes()) {
            List<String> answers = answers(route.entry());
            rows.add(List.of(route.pattern(), kind(route.entry()), route.file().path(), answers.get(0)));
            answers.stream().skip(1).forEach(answer -> rows.add(List.of("", "", "", answer)));
        }
        return Columns.aligned(rows);
    }

    /** The same with one line for each function: several routes of an application are counted. */
    public static List<String> brief(RouteTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (Route route : table.routes()) {
            List<String> answers = answers(route.entry());
            String answer = answers.size() == 1 ? answers.get(0) : answers.size() + " inner routes";
            rows.add(List.of(route.pattern(), kind(route.entry()), route.file().path(), answer));
        }
        return Columns.aligned(rows);
    }

    /** {@code handler}, {@code asgi fastapi}. */
    private static String kind(Entry entry) {
        String mode = entry.mode().name().toLowerCase(Locale.ROOT);
        return mode + entry.framework().map(framework -> " " + framework).orElse("");
    }

    private static List<String> answers(Entry entry) {
        if (entry.mode() == Entry.Mode.HANDLER) {
            return List.of(String.join(" ", entry.methods()));
        }
        Map<String, List<String>> methods = new LinkedHashMap<>();
        for (InnerRoute route : entry.routes()) {
            methods.computeIfAbsent(route.pattern(), pattern -> new ArrayList<>())
                    .add(route.method());
        }
        List<String> answers = new ArrayList<>();
        methods.forEach((pattern, names) -> answers.add(String.join(" ", names) + " " + VisibleText.of(pattern)));
        return answers.isEmpty() ? List.of("*") : answers;
    }
}
