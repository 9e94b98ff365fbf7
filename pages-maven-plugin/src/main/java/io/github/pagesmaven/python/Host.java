package io.github.pagesmaven.python;

import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine as an interpreter sees it: an interpreter for another processor may run here, too.
 *
 * @param system {@code sys.platform}: linux, darwin, win32
 * @param machine {@code platform.machine()}, in lower case
 * @param glibcMinor the 36 of glibc 2.36; 0 where there is none
 */
public record Host(String system, String machine, int glibcMinor) {
    private static final String QUESTION =
            """
            import os, platform, sys
            print(sys.platform)
            print(platform.machine())
            try:
                print(os.confstr('CS_GNU_LIBC_VERSION'))
            except (AttributeError, OSError, ValueError):
                print('none')
            """;

    private static final Pattern GLIBC = Pattern.compile("glibc 2\\.(\\d+).*");

    /**
     * Asks an interpreter.
     *
     * @throws IOException when it does not answer
     */
    public static Host of(Interpreter interpreter) throws IOException {
        try {
            Outcome outcome =
                    ChildProcess.run(Command.of(interpreter.executable(), List.of("-I", "-S", "-c", QUESTION)));
            List<String> answer = outcome.output();
            if (!outcome.succeeded() || answer.size() != 3) {
                throw new IOException(interpreter.executable() + " does not say what machine this is");
            }
            Matcher glibc = GLIBC.matcher(answer.get(2));
            int minor = glibc.matches() ? Integer.parseInt(glibc.group(1)) : 0;
            return new Host(answer.get(0), answer.get(1).toLowerCase(Locale.ROOT), minor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
