package io.github.pagesmaven.run;

import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.util.Optional;

/** How a test's server runs: on a free port, else as usual. */
final class TestSettings {
    int port;
    LimitMode limits = RunSettings.DEFAULT.limits();
    ReloadMode reload = RunSettings.DEFAULT.reload();
    WatchMode watch = RunSettings.DEFAULT.watch();
    boolean https;
    Optional<String> frontend = Optional.empty();

    RunSettings build() {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                Optional.of(port),
                usual.host(),
                usual.log(),
                usual.color(),
                limits,
                reload,
                watch,
                usual.debugPort(),
                usual.open(),
                https,
                frontend,
                usual.commands());
    }
}
