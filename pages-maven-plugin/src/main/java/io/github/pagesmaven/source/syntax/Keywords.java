package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that are no names. */
final class Keywords {
    private static final Set<String> ALL = Arrays.stream(Kind.values())
            .filter(Kind::isKeyword)
            .map(Kind::text)
            .collect(Collectors.toUnmodifiableSet());

    private Keywords() {}

    static boolean contains(String word) {
        return ALL.contains(word);
    }
}
