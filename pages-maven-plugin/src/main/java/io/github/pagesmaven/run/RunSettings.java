package io.github.pagesmaven.run;

import io.github.pagesmaven.run.console.LogFormat;
import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.util.Optional;

/**
 * How the local server runs.
 *
 * @param port where it listens, or empty for 8088, else the next free one
 * @param host the address that it listens on; loopback unless the user says otherwise
 * @param log how requests are told
 * @param color whether escapes may be printed
 * @param limits what happens to a request beyond the platform's limits
 * @param reload how the next worker comes to be
 * @param watch how changes are seen
 * @param debugPort where debugpy listens, or empty for no debugger
 * @param open whether the browser is opened
 * @param https whether it listens with TLS and a certificate of its own
 * @param frontend URL of a front-end dev server, or the command that starts one
 * @param commands whether letters typed on standard input are obeyed
 */
public record RunSettings(
        Optional<Integer> port,
        String host,
        LogFormat log,
        boolean color,
        LimitMode limits,
        ReloadMode reload,
        WatchMode watch,
        Optional<Integer> debugPort,
        boolean open,
        boolean https,
        Optional<String> frontend,
        boolean commands) {
    /** The port that is tried first. */
    public static final int DEFAULT_PORT = 8088;

    /** What holds when the user says nothing. */
    public static final RunSettings DEFAULT = new RunSettings(
            Optional.empty(),
            "127.0.0.1",
            LogFormat.PRETTY,
            false,
            LimitMode.WARN,
            ReloadMode.AUTO,
            WatchMode.AUTO,
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            false);
}
