package io.github.pagesmaven.mojo;

import io.github.pagesmaven.run.RunSettings;
import io.github.pagesmaven.run.console.LogFormat;
import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.frontend.Frontend;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of pages:run. */
final class RunReader {
    private static final int DEBUG_PORT = 5678;
    private static final int LAST_PORT = 65535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]+");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+/?");

    private final RunMojo mojo;
    private final Values values;

    RunReader(RunMojo mojo, Values values) {
        this.mojo = mojo;
        this.values = values;
    }

    RunSettings settings() {
        RunSettings settings = new RunSettings(
                port(),
                matching("run.host", mojo.host, HOST, "is no address").orElseThrow(),
                LogFormat.valueOf(word("run.log", mojo.log, List.of("pretty", "json"))),
                color(),
                LimitMode.valueOf(word("run.limits", mojo.limits, List.of("warn", "enforce"))),
                ReloadMode.valueOf(word("run.reload", mojo.reload, List.of("auto", "fork", "spare", "restart"))),
                WatchMode.valueOf(word("run.watch", mojo.watch, List.of("auto", "native", "poll", "request"))),
                debugPort(),
                values.flag("run.open", mojo.open),
                values.flag("run.https", mojo.https),
                frontend(),
                interactive());
        values.judge();
        return settings;
    }

    /** As Maven decides: style.color, else a terminal that is not in batch mode; NO_COLOR ends it. */
    private boolean color() {
        String style = mojo.session.getUserProperties().getProperty("style.color", "auto");
        if (!style.equals("auto")) {
            return style.equals("always");
        }
        return System.getenv("NO_COLOR") == null && Terminal.isLive(mojo.session);
    }

    private boolean interactive() {
        return mojo.session.getRequest().isInteractiveMode();
    }

    private Optional<Integer> port() {
        boolean named = mojo.port != null || values.optional("run.port", null).isPresent();
        return named ? Optional.of(values.number("run.port", mojo.port, 0, LAST_PORT)) : Optional.empty();
    }

    /** What begins like a URL has to be one of a server, without a path; everything else is a command. */
    private Optional<String> frontend() {
        Optional<String> value = values.optional("run.frontend", mojo.frontend);
        return value.filter(Frontend::isUrl).isEmpty()
                ? value
                : matching("run.frontend", mojo.frontend, URL, "is no URL of a server");
    }

    private Optional<Integer> debugPort() {
        String text = values.text("run.debug", mojo.debug);
        if (text.isEmpty() || text.equals("false")) {
            return Optional.empty();
        }
        if (text.equals("true")) {
            return Optional.of(DEBUG_PORT);
        }
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= LAST_PORT) {
                return Optional.of(port);
            }
        } catch (NumberFormatException noNumber) {
            // Told below, with the same words as a number out of bounds.
        }
        values.refuse("run.debug", mojo.debug, "'" + text + "' is neither true, false nor a port", "write a port");
        return Optional.empty();
    }

    private Optional<String> matching(String name, @Nullable String given, Pattern pattern, String wrong) {
        Optional<String> value = values.optional(name, given);
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            values.refuse(name, given, "'" + value.get() + "' " + wrong, "correct it");
        }
        return value;
    }

    private String word(String name, @Nullable String given, List<String> allowed) {
        return values.choice(name, given, allowed).toUpperCase(Locale.ROOT);
    }
}
