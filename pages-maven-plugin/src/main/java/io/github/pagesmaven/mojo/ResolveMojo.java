package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Merges the basic, detected and declared requirements and resolves them with pip for the target. Leaves
 * <code>target/pages/requirements.txt</code> and <code>target/pages/pylock.toml</code>.
 *
 * @since 1.0.0
 */
@Mojo(name = "resolve", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ResolveMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.resolve.skip")
    @Nullable
    Boolean skipResolve;

    @Override
    void work(Build build, Values values) {
        build.resolve();
    }

    @Override
    String goal() {
        return "resolve";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipResolve;
    }
}
