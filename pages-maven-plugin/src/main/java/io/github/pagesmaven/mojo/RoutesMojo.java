package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the route table; with <code>-Dpages.path=/a/b</code> tells which file answers that path, with which
 * parameters, and why no other does.
 *
 * @since 1.0.0
 */
@Mojo(name = "routes", threadSafe = true)
public final class RoutesMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.routes.skip")
    @Nullable
    Boolean skipRoutes;

    /**
     * A path to explain, for example <code>/api/users/42</code>. Default: none, the whole table is printed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.path")
    @Nullable
    String path;

    /**
     * The HTTP method to explain <code>pages.path</code> for. Default: <code>GET</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.method")
    @Nullable
    String method;

    /**
     * <code>text</code> for people, <code>json</code> for machines. Default: <code>text</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.format")
    @Nullable
    String format;

    @Override
    void work(Build build, Values values) {
        boolean json = values.choice("format", format, List.of("text", "json")).equals("json");
        values.judge();
        Optional<String> asked = values.optional("path", path);
        if (asked.isPresent()) {
            build.explain(asked.get(), values.text("method", method), json);
        } else {
            build.routes(json);
        }
    }

    @Override
    String goal() {
        return "routes";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipRoutes;
    }
}
