package io.github.pagesmaven.install;

import java.util.Optional;

/** What names an entry of a wheel may have: what they unpack to stays below the folder that they are unpacked in. */
final class EntryName {
    private EntryName() {}

    /** What is wrong with a name; empty for a good one. */
    static Optional<String> fault(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return Optional.of("is absolute");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("has a backslash");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.of("has a control character");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("has a segment '" + segment + "'");
            }
        }
        return Optional.empty();
    }
}
