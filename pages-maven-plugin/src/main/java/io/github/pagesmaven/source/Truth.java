package io.github.pagesmaven.source;

import io.github.pagesmaven.source.Import.Kind;

/** What a condition is for the target: known, unknown, or a question of who reads the file. */
enum Truth {
    YES,
    NO,
    UNKNOWN,
    /** True for type checkers only. */
    TYPING,
    /** False for type checkers only. */
    RUNNING,
    /** True when the file is run as a program. */
    MAIN,
    /** True when the file is imported. */
    IMPORTED;

    static Truth of(boolean known) {
        return known ? YES : NO;
    }

    Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case TYPING -> RUNNING;
            case RUNNING -> TYPING;
            case MAIN -> IMPORTED;
            case IMPORTED -> MAIN;
        };
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        if (this == TYPING || other == TYPING) {
            return TYPING;
        }
        if (this == MAIN || other == MAIN) {
            return MAIN;
        }
        return this == YES ? other : other == YES ? this : UNKNOWN;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** How strongly an import is needed where this is true. */
    Kind need() {
        return switch (this) {
            case NO -> Kind.DEAD;
            case TYPING -> Kind.TYPING;
            case MAIN -> Kind.MAIN;
            default -> Kind.REQUIRED;
        };
    }
}
