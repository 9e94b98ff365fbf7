package io.github.pagesmaven.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the mistakes that people make while they type: one in each text. */
final class Mutations {
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|\"[^\"\\n]*\"|'[^'\\n]*'|#[^\\n]*|\\w+|[^\\s\\w]");
    private static final String[] OTHERS = {
        "if", "else", "for", "in", "(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ".", "def", "class", "import",
        "from", "as", "with", "lambda", "x", "1", "\"s\"", "return", "not", "is", "*", "**", "@", "->", ":=", "print",
        "yield", "await", "async", "except", "try", "%", ";"
    };
    private static final String STRAY = "?$!`~\\'\"([{)]}0x:;,";

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    Optional<String> mutate(String text) {
        List<int[]> tokens = tokens(text, false);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        String before = text.substring(0, token[0]);
        String after = text.substring(token[1]);
        String itself = text.substring(token[0], token[1]);
        return switch (random.nextInt(10)) {
            case 0, 1 -> Optional.of(before + after);
            case 2 -> Optional.of(before + itself + " " + itself + after);
            case 3, 4 -> Optional.of(before + OTHERS[random.nextInt(OTHERS.length)] + after);
            case 5, 6 -> removeDelimiter(text);
            case 7 -> Optional.of(indentLine(text));
            case 8 -> Optional.of(insertStray(text));
            default -> Optional.of(before + text.substring(tokens.get(0)[0], tokens.get(0)[1]) + " " + itself + after);
        };
    }

    private Optional<String> removeDelimiter(String text) {
        List<int[]> tokens = tokens(text, true);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        return Optional.of(text.substring(0, token[1] - 1) + text.substring(token[1]));
    }

    private String indentLine(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        int start = starts.get(random.nextInt(starts.size()));
        return text.substring(0, start) + "  " + text.substring(start);
    }

    private String insertStray(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + STRAY.charAt(random.nextInt(STRAY.length())) + text.substring(at);
    }

    private static List<int[]> tokens(String text, boolean delimiters) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            char last = text.charAt(matcher.end() - 1);
            if (text.charAt(matcher.start()) != '#' && (!delimiters || "()[]{}:,'\"".indexOf(last) >= 0)) {
                tokens.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return tokens;
    }
}
