package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters that all goals share; the one place where goals are skipped and problems become Maven's. */
abstract class AbstractPagesMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    String pluginVersion;

    /**
     * Time of every entry of the zip, as ISO 8601 or seconds since 1970. Default: 1980-01-01, the oldest that a zip
     * can hold.
     *
     * @since 1.0.0
     */
    @Parameter(property = "project.build.outputTimestamp")
    @Nullable
    String outputTimestamp;

    /**
     * Skips all goals of this plugin. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.skip")
    @Nullable
    Boolean skip;

    /**
     * The folder of the Python functions, seen from the project folder. Default: <code>cloud-functions</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.functionsDirectory")
    @Nullable
    File functionsDirectory;

    /**
     * The folder of the static front end. Default: the <code>outputDirectory</code> of edgeone.json, else
     * <code>public</code> where there is such a folder, else none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.staticDirectory")
    @Nullable
    File staticDirectory;

    /**
     * Globs, seen from the functions folder, of files that are neither scanned nor bundled, for example
     * <code>drafts/**</code>. Default: none beside the folders that are always left out (<code>__pycache__ .git
     * node_modules venv .venv scripts tests .pytest_cache</code>).
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.excludes")
    @Nullable
    List<String> excludes;

    /**
     * The Python interpreter to build, test and run with: a path, or a name on the PATH. Default: the first usable of
     * <code>$VIRTUAL_ENV</code>, <code>.venv</code>, <code>python3.X</code> of the target, <code>python3</code>,
     * <code>python</code>, <code>py</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.python")
    @Nullable
    String python;

    /**
     * The CPython that runs the deployed functions, as <code>3.10</code>; with a third number, as
     * <code>3.10.13</code>, requirements that ask for the exact release (<code>python_full_version</code>) are judged by
     * it, else by the first of its line. Default: <code>3.10</code>, what the platform runs.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.pythonVersion")
    @Nullable
    String pythonVersion;

    /**
     * The processor that runs the deployed functions: <code>x86_64</code> or <code>aarch64</code>. Default:
     * <code>x86_64</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.architecture")
    @Nullable
    String architecture;

    /**
     * The newest GNU C library that a wheel may need. Default: <code>2.17</code>, what manylinux2014 promises.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.glibc")
    @Nullable
    String glibc;

    /**
     * Optional accelerators of the server (httptools, uvloop, a WebSocket library): <code>auto</code> takes those that
     * have a wheel for the target, <code>on</code> demands all, <code>off</code> takes none. Default:
     * <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.accelerators")
    @Nullable
    String accelerators;

    /**
     * Allows requirements whose installation runs build code: source distributions, VCS links, local folders. Right
     * only where this machine is like the target. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.allowSourceBuild")
    @Nullable
    Boolean allowSourceBuild;

    /**
     * Distributions of import names that the plugin does not know: <code>&lt;acme_utils&gt;acme-utils&lt;/acme_utils&gt;
     * </code>. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter
    @Nullable
    Map<String, String> importMap;

    /**
     * Where wheels are kept between builds. Default: <code>pages-maven-plugin</code> in the user's cache folder.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.cacheDirectory")
    @Nullable
    File cacheDirectory;

    /**
     * Bytecode in the bundle, for a faster start: <code>auto</code> where an interpreter of the target's minor version
     * is at hand and the size limit allows it, <code>on</code> demands one, <code>off</code> leaves it out. Default:
     * <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.precompile")
    @Nullable
    String precompile;

    /**
     * Leaves out files of distributions: <code>off</code>, or <code>safe</code> for tests of well-known libraries and
     * sources of translations. Default: <code>off</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.slim")
    @Nullable
    String slim;

    /**
     * Layout of the zip: <code>pages</code> for EdgeOne Pages, <code>flat</code> for any other host. Default:
     * <code>pages</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.layout")
    @Nullable
    String layout;

    /**
     * Largest size of the zip in MB (1,048,576 bytes). Default: <code>128</code>, the platform's.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.sizeLimit")
    @Nullable
    Integer sizeLimit;

    /** The goal's own work. */
    abstract void work(Build build, Values values) throws MojoExecutionException;

    /** The goal's name, as in {@code pages.<goal>.skip}. */
    abstract String goal();

    /** What {@code pages.<goal>.skip} says. */
    abstract @Nullable Boolean skipGoal();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Values values = new Values(projectDirectory(), PagesYaml.read(projectDirectory()));
            if (values.flag("skip", skip) || values.flag(goal() + ".skip", skipGoal())) {
                getLog().info("pages:" + goal() + " is skipped");
                return;
            }
            MavenBuildLog log = new MavenBuildLog(getLog(), getPluginContext(), session);
            try {
                work(new Build(request(values), log), values);
            } finally {
                log.settle();
            }
        } catch (PagesException e) {
            throw translated(e);
        } catch (UncheckedIOException e) {
            throw asError(PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            "",
                            "a file cannot be read or written: " + e.getCause(),
                            "free the disk or make the file accessible, then build again"),
                    e));
        }
    }

    /** The folder of the POM; outside of a project the folder that Maven was started in. */
    Path projectDirectory() {
        return project.getBasedir() == null
                ? Path.of("").toAbsolutePath()
                : project.getBasedir().toPath();
    }

    /** What the parameters say. */
    final BuildRequest request(Values values) {
        return new RequestReader(this, values).read();
    }

    private static MojoExecutionException asError(PagesException e) {
        return new MojoExecutionException("\n" + e.getMessage(), e);
    }

    private static MojoExecutionException translated(PagesException e) throws MojoFailureException {
        if (e.kind() == PagesException.Kind.FAILURE) {
            throw new MojoFailureException("\n" + e.getMessage(), e);
        }
        return asError(e);
    }
}
