package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the requirements anew and writes <code>pylock.toml</code> (PEP 751) beside the POM, to be committed.
 *
 * @since 1.0.0
 */
@Mojo(name = "lock", threadSafe = true)
public final class LockMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.lock.skip")
    @Nullable
    Boolean skipLock;

    @Override
    void work(Build build, Values values) {
        build.lock();
    }

    @Override
    String goal() {
        return "lock";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipLock;
    }
}
