package io.github.pagesmaven.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a rule in edgeone.json: literal text, {@code :name} for one segment, one {@code *} for any rest.
 */
public final class RulePattern {
    /** The name under which a destination uses what {@code *} matched. */
    public static final String SPLAT = "splat";

    private static final Pattern PART = Pattern.compile("\\*|:([A-Za-z0-9][A-Za-z0-9_]*)");

    private final String text;
    private final Pattern pattern;
    private final Optional<String> folder;
    private final Map<String, String> groups = new LinkedHashMap<>();

    /** Reads a pattern that the platform accepts. */
    public RulePattern(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(text);
        int done = 0;
        int count = 0;
        while (part.find()) {
            regex.append(Pattern.quote(text.substring(done, part.start())));
            String name = part.group(1) == null ? SPLAT : part.group(1);
            String group = "g" + count++;
            groups.putIfAbsent(name, group);
            regex.append("(?<").append(group).append(part.group(1) == null ? ">.*)" : ">[^/]+)");
            done = part.end();
        }
        regex.append(Pattern.quote(text.substring(done)));
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        boolean rest = count == 1 && text.endsWith("*");
        this.folder = rest ? Optional.of(text.substring(0, text.length() - 1)) : Optional.empty();
    }

    /** Whether a path has the pattern's form. */
    public boolean matches(String path) {
        return folder.isPresent()
                ? path.startsWith(folder.get())
                : pattern.matcher(path).matches();
    }

    /** What the parts of the pattern stand for in a path; empty when it does not match. */
    public Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        groups.forEach((name, group) -> values.put(name, matcher.group(group)));
        return Optional.of(values);
    }

    /** A destination with the values filled in; a name that the source does not have stays as it is. */
    public static String fill(String destination, Map<String, String> values) {
        return PART.matcher(destination).replaceAll(part -> {
            String name = part.group(1) == null ? SPLAT : part.group(1);
            return Matcher.quoteReplacement(values.getOrDefault(name, part.group()));
        });
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RulePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
