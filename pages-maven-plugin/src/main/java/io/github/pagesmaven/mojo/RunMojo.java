package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.run.RunSettings;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the project on this machine: the static front end, the rules of edgeone.json and the functions, each request
 * answered by what was saved last. Ends with <code>q</code> and Enter, or Ctrl-C.
 *
 * @since 1.0.0
 */
@Mojo(name = "run", threadSafe = true)
public final class RunMojo extends AbstractPagesMojo {
    /**
     * Skips this goal. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.skip")
    @Nullable
    Boolean skipRun;

    /**
     * The port to listen on. Default: <code>8088</code>, or the next free one with a message; a port that is named here
     * and not free is an error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.port")
    @Nullable
    Integer port;

    /**
     * The address to listen on. Default: <code>127.0.0.1</code>, this machine only; <code>0.0.0.0</code> lets others in
     * the network in, and is told.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.host")
    @Nullable
    String host;

    /**
     * How requests are told: <code>pretty</code> for people, <code>json</code> for programs, one object a line. Default:
     * <code>pretty</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.log")
    @Nullable
    String log;

    /**
     * What happens to a request beyond the platform's limits (6 MB of body, maxDuration or 120 s): <code>warn</code>
     * serves and tells it, <code>enforce</code> answers 413 or 504. Default: <code>warn</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.limits")
    @Nullable
    String limits;

    /**
     * How the next worker comes to be: <code>fork</code> (Linux), <code>spare</code>, <code>restart</code>, or
     * <code>auto</code> for the fastest that works. Default: <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.reload")
    @Nullable
    String reload;

    /**
     * How changes are seen before a request asks: <code>native</code>, <code>poll</code> (network folders),
     * <code>request</code> (not at all), or <code>auto</code>. Default: <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.watch")
    @Nullable
    String watch;

    /**
     * Lets a debugger attach with debugpy: <code>true</code> for port 5678, or a port. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.debug")
    @Nullable
    String debug;

    /**
     * Opens the browser when the server is ready. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.open")
    @Nullable
    Boolean open;

    /**
     * Serves https with a certificate made for this machine. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.https")
    @Nullable
    Boolean https;

    /**
     * A front-end dev server that answers what no function does, its WebSocket included: a URL such as
     * <code>http://localhost:5173</code>, or a command that starts one and says where it listens, such as
     * <code>npm run dev</code>, which ends with this goal. Default: none, the static files are served.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.frontend")
    @Nullable
    String frontend;

    @Override
    void work(Build build, Values values) {
        RunSettings settings = new RunReader(this, values).settings();
        BuildRequest request = new RequestReader(this, values).read();
        new RunSession(request, new Build(request, new QuietBuildLog(getLog())), settings, getLog()).serve();
    }

    @Override
    String goal() {
        return "run";
    }

    @Override
    @Nullable
    Boolean skipGoal() {
        return skipRun;
    }
}
