package io.github.pagesmaven.resolve.wheel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a wheel file (wheel specification).
 *
 * @param distribution as written
 * @param version as written
 * @param tags all combinations of its compressed tags
 */
public record WheelName(String distribution, String version, List<WheelTag> tags) {
    private static final Pattern FORM = Pattern.compile(
            "([^/\\\\-]+)-([^/\\\\-]+)(?:-\\d[^/\\\\-]*)?-([^/\\\\-]+)-([^/\\\\-]+)-([^/\\\\-]+)\\.whl");

    public WheelName {
        tags = List.copyOf(tags);
    }

    /** Reads a file name; empty when it is no wheel's. */
    public static Optional<WheelName> parse(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<WheelTag> tags = new ArrayList<>();
        for (String python : parts(matcher.group(3))) {
            for (String abi : parts(matcher.group(4))) {
                for (String platform : parts(matcher.group(5))) {
                    tags.add(new WheelTag(python, abi, platform));
                }
            }
        }
        return Optional.of(new WheelName(matcher.group(1), matcher.group(2).replace('_', '-'), tags));
    }

    private static String[] parts(String compressed) {
        return compressed.toLowerCase(Locale.ROOT).split("\\.", -1);
    }
}
