package io.github.pagesmaven.run.project;

import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.route.RouteText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The route table of the build, as the server asks it.
 *
 * @param table the table
 */
public record TableRouting(RouteTable table) implements Routing {
    @Override
    public Optional<Target> find(List<String> segments) {
        return table.answering(segments)
                .map(route -> new Target(route.pattern(), route.file().path()));
    }

    @Override
    public List<String> lines() {
        return RouteText.lines(table);
    }

    @Override
    public List<String> brief() {
        return RouteText.brief(table);
    }

    @Override
    public String json() {
        return RouteJson.functions(table);
    }

    @Override
    public String explain(String path, String method) {
        return new String(RouteJson.explanation(table.explain(path, method)), StandardCharsets.UTF_8);
    }
}
