package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Writes the zip that EdgeOne Pages takes as it is and attaches it. Leaves
 * <code>target/&lt;finalName&gt;.zip</code>.
 *
 * @since 1.0.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends AbstractPagesMojo {
    private final MavenProjectHelper projectHelper;

    @Inject
    PackageMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.package.skip")
    @Nullable
    Boolean skipPackage;

    @Override
    void work(Build build, Values values) {
        Path zip = build.zip();
        if (project.getPackaging().equals("pages")) {
            project.getArtifact().setFile(zip.toFile());
        } else {
            projectHelper.attachArtifact(project, "zip", zip.toFile());
        }
    }

    @Override
    String goal() {
        return "package";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipPackage;
    }
}
