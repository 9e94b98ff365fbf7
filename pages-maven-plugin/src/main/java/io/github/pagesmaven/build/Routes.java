package io.github.pagesmaven.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.route.RouteText;
import io.github.pagesmaven.scan.FunctionTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The routes of a tree, and what is written about them. As long as the functions, their entries and the static files
 * are those of the last build, that is taken again and no table is made until somebody asks for it.
 */
public final class Routes {
    private final Supplier<RouteTable> table;
    private final List<String> assets;
    private final KeptLines kept;
    private final Optional<Texts> known;

    /** What is written about routes: for machines, for the runtime, for people. */
    private record Texts(String report, String config, List<String> lines) {}

    Routes(FunctionTree tree, List<String> assets, Path work) {
        this.table = new Once<>(() -> RouteTable.of(tree));
        this.assets = List.copyOf(assets);
        this.kept = new KeptLines(work.resolve("routes.state"), Origin.ofRoutes(tree, assets));
        this.known = texts(kept.find());
    }

    /** The table itself. */
    public RouteTable table() {
        return table.get();
    }

    /** What is wrong with them: invalid names, conflicts, what is never reached or hidden by a static file. */
    List<Problem> problems() {
        if (known.isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(table().problems());
        problems.addAll(table().hiddenBy(assets));
        return problems;
    }

    /** Writes down what this build knows, unless there is something about them that every build has to tell. */
    Routes keep() {
        if (known.isEmpty() && problems().isEmpty()) {
            List<String> lines = new ArrayList<>();
            report().lines().forEach(line -> lines.add("report\t" + line));
            config().lines().forEach(line -> lines.add("config\t" + line));
            lines().forEach(line -> lines.add("line\t" + line));
            kept.keep(lines);
        }
        return this;
    }

    private static Optional<Texts> texts(List<String> kept) {
        StringBuilder report = new StringBuilder();
        StringBuilder config = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (String line : kept) {
            int tab = line.indexOf('\t') + 1;
            String text = line.substring(tab);
            switch (line.substring(0, tab)) {
                case "report\t" -> report.append(text).append('\n');
                case "config\t" -> config.append(text).append('\n');
                default -> lines.add(text);
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Texts(report.toString(), config.toString(), List.copyOf(lines)));
    }

    /** The report: {@code target/pages/routes.json}. */
    String report() {
        return known.isPresent() ? known.get().report() : new String(RouteJson.report(table()), UTF_8);
    }

    /** The bundle's {@code config.json}. */
    public String config() {
        return known.isPresent() ? known.get().config() : new String(RouteJson.config(table()), UTF_8);
    }

    /** The table for people. */
    public List<String> lines() {
        return known.isPresent() ? known.get().lines() : RouteText.lines(table());
    }
}
