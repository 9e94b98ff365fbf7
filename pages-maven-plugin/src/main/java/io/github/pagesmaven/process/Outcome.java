package io.github.pagesmaven.process;

import java.util.List;

/**
 * How a child process ended.
 *
 * @param exitCode its exit code; 128 + signal when it was killed, as shells count
 * @param output lines of its standard output
 * @param errors lines of its standard error
 * @param timedOut whether it was ended because its time was over
 */
public record Outcome(int exitCode, List<String> output, List<String> errors, boolean timedOut) {
    public Outcome {
        output = List.copyOf(output);
        errors = List.copyOf(errors);
    }

    /** Whether it ended by itself with exit code 0. */
    public boolean succeeded() {
        return exitCode == 0 && !timedOut;
    }

    /** Standard output as one text. */
    public String text() {
        return String.join("\n", output);
    }
}
