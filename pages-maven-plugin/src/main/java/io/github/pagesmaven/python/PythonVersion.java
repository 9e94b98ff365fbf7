package io.github.pagesmaven.python;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of CPython.
 *
 * @param major 3
 * @param minor the 10 of 3.10.4
 * @param micro the 4 of 3.10.4; 0 where only major and minor are meant
 */
public record PythonVersion(int major, int minor, int micro) implements Comparable<PythonVersion> {
    /** The oldest version whose pip and syntax the plugin works with. */
    public static final PythonVersion OLDEST = new PythonVersion(3, 8, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.(\\d{1,3})(?:\\.(\\d{1,3}))?.*");

    /** Reads {@code 3.10}, {@code 3.10.4} or {@code 3.14.0rc1}; empty when the text is no version. */
    public static Optional<PythonVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String micro = matcher.group(3);
        return Optional.of(new PythonVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                micro == null ? 0 : Integer.parseInt(micro)));
    }

    /** Whether bytecode and compiled wheels of the two are interchangeable: same major and minor number. */
    public boolean sameMinor(PythonVersion other) {
        return major == other.major && minor == other.minor;
    }

    /** {@code 3.10} */
    public String majorMinor() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(PythonVersion other) {
        int majors = Integer.compare(major, other.major);
        int minors = Integer.compare(minor, other.minor);
        return majors != 0 ? majors : minors != 0 ? minors : Integer.compare(micro, other.micro);
    }

    /** {@code 3.10.4} */
    @Override
    public String toString() {
        return majorMinor() + "." + micro;
    }
}
