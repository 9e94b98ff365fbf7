package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.run.BuiltSource;
import io.github.pagesmaven.run.DevServer;
import io.github.pagesmaven.run.RunSettings;
import io.github.pagesmaven.run.console.LogFormat;
import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the project on http://localhost:8088 as the platform would, and shows every change at once: functions, static
 * files, edgeone.json, requirements. Needs no account.
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
     * The port to listen on. Default: 8088, else the next free one; a port that is named and taken is an error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.port")
    @Nullable
    Integer port;

    /**
     * The address to listen on. Default: <code>127.0.0.1</code>, so that no other machine can reach the server.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.host")
    @Nullable
    String host;

    /**
     * How requests are told: <code>pretty</code> lines for people, or <code>json</code>, one object a line. Default:
     * <code>pretty</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.log")
    @Nullable
    String log;

    /**
     * What happens to a request beyond the platform's limits (6 MB, 120 s): <code>warn</code> serves and tells it,
     * <code>enforce</code> refuses it with 413 or 504. Default: <code>warn</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.limits")
    @Nullable
    String limits;

    /**
     * How the next worker comes to be: <code>fork</code> (Linux), <code>spare</code>, <code>restart</code>, or
     * <code>auto</code> for the fastest that the system allows. Default: <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.reload")
    @Nullable
    String reload;

    /**
     * How changes are seen before a request asks for them: <code>native</code>, <code>poll</code>,
     * <code>request</code> for not at all, or <code>auto</code>. Default: <code>auto</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.watch")
    @Nullable
    String watch;

    /**
     * The port on which debugpy waits for a debugger. Default: none, no debugger.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.debug")
    @Nullable
    Integer debug;

    /**
     * Opens the browser when the server is ready. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.open")
    @Nullable
    Boolean open;

    /**
     * Listens with TLS and a certificate of its own. Default: <code>false</code>.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.https")
    @Nullable
    Boolean https;

    /**
     * The front-end dev server that answers what no function does: its URL, or the command that starts it. Default:
     * none, static files are served.
     *
     * @since 1.0.0
     */
    @Parameter(property = "pages.run.frontend")
    @Nullable
    String frontend;

    @Override
    void work(Build build, Values values) {
        boolean json = values.choice("run.log", log, List.of("pretty", "json")).equals("json");
        boolean letters = session.getRequest().isInteractiveMode();
        RunConsole console =
                new RunConsole(getLog(), json, session.getUserProperties().getProperty("style.color", "auto"));
        RunSettings settings = settings(values, console.style(letters).color(), letters);
        BuiltSource source = new BuiltSource(() -> new Build(request(values), new QuietBuildLog(getLog())));
        try (DevServer server =
                new DevServer(RunConsole.project(request(values)), settings, source, console.listener(letters))) {
            server.start();
            if (letters) {
                console.obey(server);
            }
            server.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunSettings settings(Values values, boolean color, boolean letters) {
        return new RunSettings(
                optionalPort("run.port", port, values),
                values.text("run.host", host),
                one(LogFormat.class, values.choice("run.log", log, List.of("pretty", "json"))),
                color,
                one(LimitMode.class, values.choice("run.limits", limits, List.of("warn", "enforce"))),
                one(ReloadMode.class, values.choice("run.reload", reload, List.of("auto", "fork", "spare", "restart"))),
                one(WatchMode.class, values.choice("run.watch", watch, List.of("auto", "native", "poll", "request"))),
                optionalPort("run.debug", debug, values),
                values.flag("run.open", open),
                values.flag("run.https", https),
                values.optional("run.frontend", frontend),
                letters);
    }

    private static Optional<Integer> optionalPort(String name, @Nullable Integer given, Values values) {
        boolean set = given != null || values.optional(name, null).isPresent();
        return set ? Optional.of(values.number(name, given, 0, 65_535)) : Optional.empty();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
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
