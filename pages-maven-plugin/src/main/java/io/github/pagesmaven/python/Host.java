package io.github.pagesmaven.python;

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
    private static final Pattern GLIBC = Pattern.compile("glibc 2\\.(\\d+).*");

    /** Reads what an interpreter has said. */
    static Host parse(String system, String machine, String library) {
        Matcher glibc = GLIBC.matcher(library);
        int minor = glibc.matches() ? Integer.parseInt(glibc.group(1)) : 0;
        return new Host(system, machine.toLowerCase(Locale.ROOT), minor);
    }
}
