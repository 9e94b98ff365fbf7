package io.github.pagesmaven.source.syntax;

import static io.github.pagesmaven.source.syntax.SkimTables.ARGUMENTS;
import static io.github.pagesmaven.source.syntax.SkimTables.FIRST;
import static io.github.pagesmaven.source.syntax.SkimTables.NAMED;
import static io.github.pagesmaven.source.syntax.SkimTables.NEXT;
import static io.github.pagesmaven.source.syntax.SkimTables.STRENGTH;

import io.github.pagesmaven.source.token.Kind;
import io.github.pagesmaven.source.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Checks an operation without making a tree of it. One loop goes from token to token, and a stack holds what is open:
 * far less code to compile than that of the grammar's rules, and most expressions need nothing else. It may give up,
 * which says nothing about the expression; what it understands is valid, and ends where the rules would end it.
 */
final class Skimmer {
    /** More of what nests without brackets is left to the rules, which have a limit for it. */
    private static final int NESTING_LIMIT = 200;

    /** The operation is not understood. */
    private static final int STOP = -2;
    /** The operation ends before this token. */
    private static final int END = -1;
    /** An operand of {@code await} must come. */
    private static final int NO_SIGN = 0;
    /** An operand of an operator must come, but no {@code not}. */
    private static final int NO_NOT = 1;
    /** An operand of a logical operator must come. */
    private static final int NO_LAMBDA = 2;
    /** Any operand must come. */
    private static final int ANY = 3;
    /** An item may begin. */
    private static final int ITEM = 4;
    /** An operand is complete. */
    private static final int DONE = 5;
    /** The text of a string goes on. */
    private static final int TEXT = 6;

    private static final int LPAR = Kind.LPAR.index();
    private static final int RPAR = Kind.RPAR.index();
    private static final int COMMA = Kind.COMMA.index();
    private static final int COLON = Kind.COLON.index();
    private static final int NAME = Kind.NAME.index();
    private static final int EQUAL = Kind.EQUAL.index();
    private static final int EXCLAMATION = Kind.EXCLAMATION.index();
    private static final int DOUBLE_STAR = Kind.DOUBLE_STAR.index();
    private static final int AND = Kind.AND.index();
    private static final int OR = Kind.OR.index();
    private static final int IS = Kind.IS.index();
    private static final int NOT = Kind.NOT.index();
    private static final int IN = Kind.IN.index();
    private static final int FOR = Kind.FOR.index();
    private static final int STRING = Kind.STRING.index();
    private static final int TEXT_END = Kind.FSTRING_END.index();

    private final Cursor cursor;
    private final Tokens tokens;
    private final byte[] kinds;
    private final SkimStack stack = new SkimStack();
    /** The first token from which on it is worth trying. */
    private int from;

    private int at;
    /** What tokens mean here. */
    private byte[] meanings = FIRST;
    /** Which operands may come. */
    private int grade;

    private int nesting;

    Skimmer(Cursor cursor) {
        this.cursor = cursor;
        this.tokens = cursor.tokens;
        this.kinds = tokens.kinds();
    }

    /** Skips an operation whose operators bind at least so tightly; null when it gives up. */
    @Nullable
    Expr skip(int weakest) {
        at = cursor.mark();
        if (at < from || weakest > Operators.BAR) {
            return null;
        }
        stack.begin(weakest);
        nesting = 0;
        meanings = FIRST;
        grade = weakest <= Operators.CONDITIONAL ? ANY : weakest <= Operators.NOT ? NO_LAMBDA : NO_NOT;
        int then = read(kinds[at]);
        while (then >= 0) {
            at++;
            grade = then;
            meanings = then == DONE ? NEXT : then == ITEM ? items() : then == TEXT ? SkimTables.TEXTS : FIRST;
            then = read(kinds[at]);
        }
        if (then == STOP) {
            from = at + 1;
            return null;
        }
        cursor.reset(at);
        return stack.item();
    }

    private byte[] items() {
        return stack.context != SkimStack.CALL
                ? FIRST
                : stack.has(SkimStack.KEYWORD | SkimStack.MAPPING) ? NAMED : ARGUMENTS;
    }

    /**
     * Reads a token and tells what may come after it. All cases are in one method, since a method of that size is
     * compiled once, and not again as a part of each that calls it.
     */
    private int read(int kind) {
        return switch (meanings[kind]) {
            case SkimTables.NAME -> operand(SkimStack.TARGET);
            case SkimTables.ARGUMENT ->
                kinds[at + 1] == EQUAL ? named() : meanings == NAMED ? STOP : operand(SkimStack.TARGET);
            case SkimTables.CONSTANT -> operand(SkimStack.OPERAND);
            case SkimTables.OPEN -> open(SkimTables.OPENS[kind]);
            case SkimTables.TRAILER -> kind == LPAR && isImport() ? leaveLine() : open(SkimTables.TRAILS[kind]);
            case SkimTables.SIGN, SkimTables.NEGATION, SkimTables.AWAIT -> prefix(meanings[kind]);
            case SkimTables.LAMBDA -> grade >= ANY ? lambda() : STOP;
            case SkimTables.MARK -> grade == ITEM ? marked(kind) : STOP;
            case SkimTables.EARLY -> grade == ITEM ? early(kind) : STOP;
            case SkimTables.DOT -> kinds[at + 1] == NAME ? attribute() : STOP;
            case SkimTables.CLOSE -> close();
            case SkimTables.COMMA -> stack.next() ? ITEM : end();
            case SkimTables.BINARY -> STRENGTH[kind] < stack.floor ? end() : binary(kind);
            case SkimTables.COLON -> colon();
            case SkimTables.IF -> condition();
            case SkimTables.ELSE -> stack.context == SkimStack.TEST && stack.close() ? ANY : end();
            case SkimTables.FOR -> stack.context == SkimStack.TOP ? END : comprehension(kind);
            case SkimTables.JOINED -> joined(kind);
            case SkimTables.FIELD_END -> stack.context == SkimStack.FIELD ? endField() : end();
            case SkimTables.TEXT -> TEXT;
            case SkimTables.TEXT_END -> stack.endText() ? DONE : STOP;
            case SkimTables.FORMAT_END -> stack.endFormat() ? TEXT : STOP;
            default -> meanings == NEXT ? end() : STOP;
        };
    }

    private int end() {
        return stack.context == SkimStack.TOP ? END : STOP;
    }

    private int operand(Expr shape) {
        stack.shape = shape;
        return DONE;
    }

    private int operator(int operands) {
        stack.operator();
        return operands;
    }

    private int open(byte context) {
        boolean text = context == SkimStack.TEXT;
        return !stack.open(context, Operators.CONDITIONAL)
                ? STOP
                : text ? TEXT : context == SkimStack.FIELD ? ANY : ITEM;
    }

    /** Whether a call imports something, so that its argument matters. */
    private boolean isImport() {
        int i = at - 1;
        while (kinds[i] == RPAR) {
            i--;
        }
        int word = tokens.watched(i);
        return word >= 0 && word < Outliner.IMPORTING.size();
    }

    private int leaveLine() {
        while (kinds[at] != Kind.NEWLINE.index() && kinds[at] != Kind.END.index()) {
            at++;
        }
        return STOP;
    }

    private int attribute() {
        at++;
        return operand(SkimStack.TARGET);
    }

    private int close() {
        if (stack.context == SkimStack.FIELD) {
            return endField();
        }
        return stack.context == SkimStack.TOP ? END : stack.closeAfterItem() ? DONE : STOP;
    }

    /** Reads an operator before its operand. */
    private int prefix(byte meaning) {
        int least = meaning == SkimTables.NEGATION ? NO_LAMBDA : NO_NOT;
        return grade < least ? STOP : operator(meaning == SkimTables.AWAIT ? NO_SIGN : least);
    }

    /** Reads a token where an item may be missing: a bracket that closes, or one of the signs of an index. */
    private int early(int kind) {
        int before = kinds[at - 1];
        if (kind == COLON) {
            return stack.slice() ? ITEM : STOP;
        }
        if (kind == COMMA) {
            return before == COLON && stack.next() ? ITEM : STOP;
        }
        boolean closed = before == COLON ? stack.closeAfterItem() : stack.closeAfterComma(before != COMMA);
        return closed ? DONE : STOP;
    }

    private int colon() {
        return switch (stack.context) {
            case SkimStack.TOP -> END;
            case SkimStack.FIELD -> endField();
            case SkimStack.INDEX -> stack.slice() ? ITEM : STOP;
            default -> stack.value() ? ANY : STOP;
        };
    }

    private int condition() {
        if (stack.context == SkimStack.SOURCE) {
            return NO_LAMBDA;
        }
        if (stack.floor > Operators.CONDITIONAL) {
            return end();
        }
        stack.operator();
        return ++nesting < NESTING_LIMIT && stack.open(SkimStack.TEST, Operators.OR) ? NO_LAMBDA : STOP;
    }

    /** Reads an operator between two operands. */
    private int binary(int kind) {
        if (kind == NOT || kind == IS) {
            boolean two = kinds[at + 1] == (kind == IS ? NOT : IN);
            at += two ? 1 : 0;
            return kind == NOT && !two ? end() : operator(NO_NOT);
        }
        if (kind == DOUBLE_STAR && ++nesting >= NESTING_LIMIT) {
            return STOP;
        }
        return operator(kind == AND || kind == OR ? NO_LAMBDA : NO_NOT);
    }

    /** Reads the name of an argument, and the equals sign after it. */
    private int named() {
        stack.set(SkimStack.KEYWORD | SkimStack.MARKED);
        at++;
        return operator(ANY);
    }

    /** Reads one or two stars. */
    private int marked(int kind) {
        boolean call = stack.context == SkimStack.CALL;
        boolean possible = kind == DOUBLE_STAR ? stack.mapping() : stack.star();
        return possible ? operator(call ? ANY : NO_NOT) : STOP;
    }

    private int lambda() {
        int body = NameLists.afterParameters(kinds, at + 1);
        at = Math.max(at, body - 1);
        return body > 0 && ++nesting < NESTING_LIMIT ? operator(ANY) : STOP;
    }

    private int comprehension(int kind) {
        int clause = at + (kind == FOR ? 0 : 1);
        int source = kinds[clause] == FOR && stack.comprehension() ? NameLists.afterTargets(kinds, clause + 1) : 0;
        at = Math.max(at, source - 1);
        return source > 0 ? operator(NO_LAMBDA) : STOP;
    }

    /** Reads a string after another one; both must be bytes, or neither. */
    private int joined(int kind) {
        int before = kinds[at - 1];
        if (before != STRING && before != TEXT_END) {
            return end();
        }
        boolean plain = kind == STRING && before == STRING;
        if ((!plain && tokens.minor() >= 14) || tokens.isBytes(at) != tokens.isBytes(at - 1)) {
            return STOP;
        }
        return kind == STRING ? DONE : open(SkimStack.TEXT);
    }

    /** Reads what comes after the expression in a field: an equals sign, a conversion, a colon or the brace. */
    private int endField() {
        int i = kinds[at] == EQUAL ? at + 1 : at;
        if (kinds[i] == EXCLAMATION) {
            if (!NameLists.isConversion(tokens, i + 1)) {
                return STOP;
            }
            i += 2;
        }
        at = i;
        boolean ended = kinds[i] == Kind.RBRACE.index() ? stack.close() : kinds[i] == COLON && stack.format();
        return ended ? TEXT : STOP;
    }
}
