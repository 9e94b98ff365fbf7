package io.github.pagesmaven.run.frontend;

import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.LiveProcess;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.worker.Completions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The developer's own command: what it prints is told, and the first local URL in it is where it listens. */
final class FrontendProcess implements AutoCloseable {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final Pattern PLACE =
            Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\])(?::\\d+)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final RunListener listener;
    private final boolean color;
    private final CompletableFuture<URI> place = new CompletableFuture<>();
    private final LiveProcess process;

    private FrontendProcess(Command command, RunListener listener, boolean color) throws IOException {
        this.listener = listener;
        this.color = color;
        this.process = LiveProcess.start(command, this::heard, this::heard);
        Completions.whenDone(process.ended(), (code, never) -> {
            String what = "the front-end command ended with exit code " + code;
            listener.note(what);
            place.completeExceptionally(new IOException(what));
        });
    }

    /**
     * Starts a command.
     *
     * @param command as it is typed, without a shell's own syntax
     * @param guard a command that runs the one behind it and ends it with this process, if there is one
     */
    static FrontendProcess start(
            String command, Optional<List<String>> guard, Path directory, RunListener listener, boolean color)
            throws IOException {
        List<String> arguments = new ArrayList<>(guard.orElse(List.of()));
        arguments.addAll(words(command));
        Map<String, String> variables =
                color ? Map.of("BROWSER", "none", "FORCE_COLOR", "1") : Map.of("BROWSER", "none", "NO_COLOR", "1");
        Command whole = new Command(arguments, variables, Optional.of(directory), "", Optional.empty());
        return new FrontendProcess(whole, listener, color);
    }

    /** The words of a command; quotes keep blanks together. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }

    /** The local address that a line names. */
    static Optional<URI> place(String line) {
        Matcher matcher = PLACE.matcher(ESCAPE.matcher(line).replaceAll(""));
        return matcher.find() ? Optional.of(URI.create(matcher.group())) : Optional.empty();
    }

    private void heard(String line) {
        place(line).ifPresent(place::complete);
        listener.printed("frontend | " + (color ? line : ESCAPE.matcher(line).replaceAll("")));
    }

    /** Where it listens, as soon as it says so; fails when it ends before. */
    CompletableFuture<URI> listening() {
        return place;
    }

    @Override
    public void close() {
        process.close();
    }
}
