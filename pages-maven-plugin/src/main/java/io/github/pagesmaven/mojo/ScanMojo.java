package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Python functions, builds the route table and reports all mistakes at once. Leaves
 * <code>target/pages/routes.json</code>.
 *
 * @since 1.0.0
 */
@Mojo(name = "scan", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class ScanMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.scan.skip")
    @Nullable
    Boolean skipScan;

    @Override
    void work(Build build, Values values) {
        build.scan();
    }

    @Override
    String goal() {
        return "scan";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipScan;
    }
}
