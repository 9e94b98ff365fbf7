package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import org.jspecify.annotations.Nullable;

/** Skims what most lines are: an expression, an assignment or a return. */
final class LineSkimmer {
    private static final int RETURN = Kind.RETURN.index();
    private static final int NEWLINE = Kind.NEWLINE.index();
    private static final int EQUAL = Kind.EQUAL.index();
    private static final int AUGMENTED = Kind.AUGMENTED.index();
    private static final int COLON = Kind.COLON.index();

    private final Cursor cursor;
    private final Skimmer skimmer;
    private final byte[] kinds;

    LineSkimmer(Cursor cursor, Skimmer skimmer) {
        this.cursor = cursor;
        this.skimmer = skimmer;
        this.kinds = cursor.tokens.kinds();
    }

    /** Skips a line; false when it gives up, and then nothing has happened. */
    boolean skip() {
        int start = cursor.mark();
        boolean returns = kinds[start] == RETURN;
        if (returns) {
            cursor.skip();
        }
        boolean skipped = (returns && kinds[start + 1] == NEWLINE) || values(!returns);
        if (skipped) {
            cursor.skip();
        } else {
            cursor.reset(start);
        }
        return skipped;
    }

    /**
     * Skips to the end of a line.
     *
     * @param assigns whether signs of assignment may come
     */
    private boolean values(boolean assigns) {
        boolean more = assigns;
        boolean first = assigns;
        while (true) {
            Expr value = value();
            int kind = kinds[cursor.mark()];
            if (value == null || kind == NEWLINE) {
                return value != null;
            }
            boolean single = first && value == SkimStack.TARGET;
            if (single && kind == COLON) {
                return annotation();
            }
            if (!(single && kind == AUGMENTED) && !(more && kind == EQUAL && value != SkimStack.OPERAND)) {
                return false;
            }
            more = kind == EQUAL;
            first = false;
            cursor.skip();
        }
    }

    private boolean annotation() {
        cursor.skip();
        if (skimmer.skip(Operators.CONDITIONAL) == null) {
            return false;
        }
        int kind = kinds[cursor.mark()];
        if (kind != EQUAL) {
            return kind == NEWLINE;
        }
        cursor.skip();
        return values(false);
    }

    /** One expression, or several with commas between them. */
    private @Nullable Expr value() {
        boolean targets = true;
        boolean several = false;
        while (true) {
            Expr item = skimmer.skip(Operators.CONDITIONAL);
            targets &= item != SkimStack.OPERAND;
            if (item == null || !cursor.accept(Kind.COMMA)) {
                return several && item != null ? SkimStack.several(targets) : item;
            }
            several = true;
            if (!SkimTables.begins(kinds[cursor.mark()])) {
                return SkimStack.several(targets);
            }
        }
    }
}
