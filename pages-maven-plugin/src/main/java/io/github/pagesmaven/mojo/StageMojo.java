package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Installs the resolved distributions and lays out the bundle. Leaves <code>target/pages/staging</code>.
 *
 * @since 1.0.0
 */
@Mojo(name = "stage", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class StageMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.stage.skip")
    @Nullable
    Boolean skipStage;

    @Override
    void work(Build build, Values values) {
        build.stage();
    }

    @Override
    String goal() {
        return "stage";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipStage;
    }
}
