package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The patterns of case (PEP 634). */
final class PatternParser {
    private final Grammar grammar;
    private final Cursor cursor;
    private List<String> names = new ArrayList<>();

    PatternParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Reads the pattern of a case, and says which names it binds. */
    List<String> top() {
        names = new ArrayList<>();
        boolean starred = cursor.at(Kind.STAR);
        element();
        if (cursor.at(Kind.COMMA)) {
            readRest(Kind.COLON);
        } else if (starred) {
            throw Rejection.INSTANCE;
        }
        return names;
    }

    private void readRest(Kind close) {
        while (cursor.accept(Kind.COMMA) && !cursor.at(close) && !(close == Kind.COLON && cursor.at(Kind.IF))) {
            element();
        }
    }

    /** A pattern within a sequence. */
    private void element() {
        if (cursor.accept(Kind.STAR)) {
            capture(cursor.expectName());
        } else {
            pattern();
        }
    }

    private void pattern() {
        cursor.enter();
        do {
            closed();
        } while (cursor.accept(Kind.BAR));
        if (cursor.accept(Kind.AS)) {
            readTarget();
        }
        cursor.leave();
    }

    private void readTarget() {
        int start = cursor.start();
        if (cursor.diagnosing() && !cursor.at(Kind.NAME)) {
            grammar.expressions.expression();
            throw grammar.diagnosis.reject("invalid pattern target", start);
        }
        String name = cursor.expectName();
        if (name.equals("_")) {
            throw grammar.diagnosis.reject("cannot use '_' as a target", start);
        }
        capture(name);
    }

    private void capture(String name) {
        if (!name.equals("_")) {
            names.add(name);
        }
    }

    private void closed() {
        switch (cursor.kind()) {
            case NUMBER, MINUS -> number();
            case STRING, FSTRING_START -> grammar.texts.read();
            case NONE, TRUE, FALSE -> cursor.skip();
            case NAME -> name();
            case LPAR -> {
                cursor.skip();
                sequence(Kind.RPAR);
            }
            case LSQB -> {
                cursor.skip();
                sequence(Kind.RSQB);
            }
            case LBRACE -> mapping();
            default -> throw Rejection.INSTANCE;
        }
    }

    private void number() {
        cursor.accept(Kind.MINUS);
        cursor.expect(Kind.NUMBER);
        if (cursor.accept(Kind.PLUS) || cursor.accept(Kind.MINUS)) {
            cursor.expect(Kind.NUMBER);
        }
    }

    private void name() {
        String name = cursor.expectName();
        boolean dotted = cursor.at(Kind.DOT);
        while (cursor.accept(Kind.DOT)) {
            cursor.expectName();
        }
        if (cursor.at(Kind.LPAR)) {
            classArguments();
        } else if (!dotted) {
            if (cursor.at(Kind.EQUAL)) {
                throw Rejection.INSTANCE;
            }
            capture(name);
        }
    }

    private void sequence(Kind close) {
        if (cursor.accept(close)) {
            return;
        }
        boolean starred = cursor.at(Kind.STAR);
        element();
        boolean group = close == Kind.RPAR && !cursor.at(Kind.COMMA);
        if (group && starred) {
            throw Rejection.INSTANCE;
        }
        readRest(close);
        cursor.expect(close);
    }

    private void mapping() {
        cursor.skip();
        while (!cursor.at(Kind.RBRACE)) {
            if (cursor.accept(Kind.DOUBLE_STAR)) {
                capture(cursor.expectName());
                cursor.accept(Kind.COMMA);
                break;
            }
            readKey();
            cursor.expect(Kind.COLON);
            pattern();
            if (!cursor.accept(Kind.COMMA)) {
                break;
            }
        }
        cursor.expect(Kind.RBRACE);
    }

    private void readKey() {
        if (!cursor.at(Kind.NAME)) {
            Kind kind = cursor.kind();
            if (kind == Kind.LPAR || kind == Kind.LSQB || kind == Kind.LBRACE) {
                throw Rejection.INSTANCE;
            }
            closed();
            return;
        }
        cursor.skip();
        do {
            cursor.expect(Kind.DOT);
            cursor.expectName();
        } while (cursor.at(Kind.DOT));
    }

    private void classArguments() {
        cursor.skip();
        boolean keyword = false;
        int first = 0;
        boolean misplaced = false;
        while (!cursor.at(Kind.RPAR)) {
            if (cursor.at(Kind.NAME) && cursor.kind(1) == Kind.EQUAL) {
                cursor.skip();
                cursor.skip();
                keyword = true;
            } else if (keyword && !misplaced) {
                first = cursor.start();
                misplaced = true;
            }
            pattern();
            if (!cursor.accept(Kind.COMMA)) {
                break;
            }
        }
        if (misplaced) {
            throw grammar.diagnosis.reject("positional patterns follow keyword patterns", first);
        }
        cursor.expect(Kind.RPAR);
    }
}
