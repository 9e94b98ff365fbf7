package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Empties the cache of wheels, which all projects of this user share.
 *
 * @since 1.0.0
 */
@Mojo(name = "clean-cache", threadSafe = true, requiresProject = false)
public final class CleanCacheMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.clean-cache.skip")
    @Nullable
    Boolean skipCleanCache;

    @Override
    void work(Build build, Values values) {
        build.cleanCache();
    }

    @Override
    String goal() {
        return "clean-cache";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipCleanCache;
    }
}
