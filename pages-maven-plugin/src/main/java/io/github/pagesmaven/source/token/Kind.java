package io.github.pagesmaven.source.token;

import java.util.Locale;

/** What a token is; keywords and operators have a kind of their own. */
public enum Kind {
    END(""),
    NEWLINE(""),
    INDENT(""),
    DEDENT(""),
    NAME(""),
    NUMBER(""),
    STRING(""),
    FSTRING_START(""),
    FSTRING_MIDDLE(""),
    FSTRING_END(""),
    /** A character that starts no token; the grammar has no place for it. */
    UNKNOWN(""),

    LPAR("("),
    RPAR(")"),
    LSQB("["),
    RSQB("]"),
    LBRACE("{"),
    RBRACE("}"),
    COLON(":"),
    COMMA(","),
    SEMICOLON(";"),
    DOT("."),
    ELLIPSIS("..."),
    ARROW("->"),
    WALRUS(":="),
    EXCLAMATION("!"),
    EQUAL("="),
    AUGMENTED(""),

    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    DOUBLE_STAR("**"),
    SLASH("/"),
    DOUBLE_SLASH("//"),
    PERCENT("%"),
    AT("@"),
    LEFT_SHIFT("<<"),
    RIGHT_SHIFT(">>"),
    AMPERSAND("&"),
    BAR("|"),
    CARET("^"),
    TILDE("~"),
    LESS("<"),
    GREATER(">"),
    EQUALS("=="),
    NOT_EQUAL("!="),
    /** The operator that PEP 401 put into a joke. */
    LESS_GREATER("<>"),
    LESS_EQUAL("<="),
    GREATER_EQUAL(">="),

    FALSE("False"),
    NONE("None"),
    TRUE("True"),
    AND,
    AS,
    ASSERT,
    ASYNC,
    AWAIT,
    BREAK,
    CLASS,
    CONTINUE,
    DEF,
    DEL,
    ELIF,
    ELSE,
    EXCEPT,
    FINALLY,
    FOR,
    FROM,
    GLOBAL,
    IF,
    IMPORT,
    IN,
    IS,
    LAMBDA,
    NONLOCAL,
    NOT,
    OR,
    PASS,
    RAISE,
    RETURN,
    TRY,
    WHILE,
    WITH,
    YIELD;

    /** How many kinds there are. */
    public static final int COUNT = values().length;

    private final String text;

    Kind() {
        this.text = name().toLowerCase(Locale.ROOT);
    }

    Kind(String text) {
        this.text = text;
    }

    /** Its place in tables that have a row for each kind. */
    @SuppressWarnings("EnumOrdinal")
    public int index() {
        return ordinal();
    }

    /** How it is written; empty where that differs from token to token. */
    public String text() {
        return text;
    }

    /** Whether an equals sign after it makes an augmented assignment of it. */
    boolean isAugmentable() {
        return compareTo(PLUS) >= 0 && compareTo(CARET) <= 0;
    }

    /** Whether it is a word of the grammar. */
    public boolean isKeyword() {
        return compareTo(FALSE) >= 0;
    }
}
