package io.github.pagesmaven.requirement.file;

import java.util.ArrayList;
import java.util.List;

/** Splits the options of a line into words, as Python's {@code shlex.split} does. */
final class Words {
    private Words() {}

    /** A quote that is never closed ends with the line: pip refuses it, and says so better. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < text.length();
            if (escapes && (quote == 0 || "\"\\".indexOf(text.charAt(i + 1)) >= 0)) {
                i++;
                word.append(text.charAt(i));
                inWord = true;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == quote && quote != 0) {
                quote = 0;
            } else if (quote == 0 && " \t\r\n".indexOf(c) >= 0) {
                addTo(words, word, inWord);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        addTo(words, word, inWord);
        return words;
    }

    private static void addTo(List<String> words, StringBuilder word, boolean inWord) {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
