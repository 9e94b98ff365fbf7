package io.github.pagesmaven.requirement.file;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of distributions, compared as PEP 503 says. */
public final class ProjectName {
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private ProjectName() {}

    /** {@code My_Lib.Name} becomes {@code my-lib-name}. */
    public static String normalize(String name) {
        return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
