package io.github.pagesmaven.scan.folder;

import java.util.stream.Collectors;

/** Makes text of unknown origin harmless in messages: it cannot move the cursor of who reads them. */
public final class VisibleText {
    private VisibleText() {}

    /** The text with every control character and reordering mark written as an escape. */
    public static String of(String text) {
        return isPlain(text)
                ? text
                : text.codePoints()
                        .mapToObj(character -> isPlain(character)
                                ? Character.toString(character)
                                : String.format("\\u%04x", character))
                        .collect(Collectors.joining());
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!isPlain(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int character) {
        boolean reordering = (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x2028
                || character == 0x2029;
        return !Character.isISOControl(character) && !reordering;
    }
}
