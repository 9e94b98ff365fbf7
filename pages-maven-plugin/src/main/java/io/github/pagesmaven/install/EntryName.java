package io.github.pagesmaven.install;

import java.util.Optional;

/** What names an entry of a wheel may have: what they unpack to stays below the folder that they are unpacked in. */
final class EntryName {
    private EntryName() {}

    /** What is wrong with a name; empty for a good one. */
    static Optional<String> fault(String name) {
        if (name.isEmpty() || name.charAt(0) == '/' || isDrive(name)) {
            return Optional.of("is absolute");
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '/';
            if (c == '\\') {
                return Optional.of("has a backslash");
            }
            if (c < ' ' || c == 0x7f) {
                return Optional.of("has a control character");
            }
            if (c == '/') {
                boolean folder = i == name.length() && start == i;
                if (!folder && isBad(name, start, i)) {
                    return Optional.of("has a segment '" + name.substring(start, i) + "'");
                }
                start = i + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isDrive(String name) {
        return name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
    }

    private static boolean isBad(String name, int start, int end) {
        return start == end
                || (name.charAt(start) == '.'
                        && (end - start == 1 || (end - start == 2 && name.charAt(start + 1) == '.')));
    }
}
