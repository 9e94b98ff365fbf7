package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import io.github.pagesmaven.source.token.Tokens;

/** Reads names in places of their own, as simple as most are; what is not so is left to the grammar's rules. */
final class NameLists {
    private static final int NAME = Kind.NAME.index();
    private static final int COMMA = Kind.COMMA.index();
    private static final int COLON = Kind.COLON.index();
    private static final int STAR = Kind.STAR.index();
    private static final int DOUBLE_STAR = Kind.DOUBLE_STAR.index();
    private static final int LPAR = Kind.LPAR.index();
    private static final int RPAR = Kind.RPAR.index();
    private static final int IN = Kind.IN.index();

    private NameLists() {}

    /** Whether a token is the letter of a conversion in a field, right after its exclamation mark. */
    static boolean isConversion(Tokens tokens, int i) {
        char letter = tokens.text().chars()[tokens.start(i)];
        return tokens.kinds()[i] == NAME
                && tokens.start(i) == tokens.end(i - 1)
                && tokens.end(i) == tokens.start(i) + 1
                && (letter == 's' || letter == 'r' || letter == 'a');
    }

    /** Skips the parameters of a lambda, and the colon: names, one with a star, one with two; 0 to give up. */
    static int afterParameters(byte[] kinds, int first) {
        int stars = 0;
        int at = first;
        while (kinds[at] != COLON) {
            int more = kinds[at] == STAR ? 1 : kinds[at] == DOUBLE_STAR ? 2 : 0;
            at += more > 0 ? 1 : 0;
            if ((stars > 0 && more <= stars) || kinds[at++] != NAME) {
                return 0;
            }
            stars = more;
            if (kinds[at] == COMMA && kinds[at + 1] != COLON) {
                at++;
            } else if (kinds[at] != COLON) {
                return 0;
            }
        }
        return at + 1;
    }

    /** Skips the targets of a comprehension, and {@code in}: names, also in parentheses; 0 to give up. */
    static int afterTargets(byte[] kinds, int first) {
        int open = 0;
        boolean needed = true;
        for (int at = first; true; at++) {
            int kind = kinds[at];
            boolean complete = !needed || kinds[at - 1] == COMMA;
            if (kind == IN) {
                return open == 0 && complete ? at + 1 : 0;
            } else if (kind == RPAR && open > 0 && complete) {
                open--;
                needed = false;
            } else if (needed && kind == LPAR) {
                open++;
            } else if (kind == (needed ? NAME : COMMA)) {
                needed = !needed;
            } else {
                return 0;
            }
        }
    }
}
