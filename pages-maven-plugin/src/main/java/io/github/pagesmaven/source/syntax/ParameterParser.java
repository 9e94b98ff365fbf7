package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The parameters of functions, and the type parameters of functions, classes and aliases (PEP 695). */
final class ParameterParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ParameterParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What is known while one list of parameters is read. */
    private static final class Signature {
        final Kind close;
        final List<String> names = new ArrayList<>();
        boolean slash;
        boolean star;
        boolean defaults;
        boolean bareStar;

        Signature(Kind close) {
            this.close = close;
        }
    }

    /** Reads parameters up to the closing parenthesis, which is left. */
    List<String> function() {
        return read(new Signature(Kind.RPAR));
    }

    /** Reads parameters up to the colon, which is left. */
    List<String> lambda() {
        return read(new Signature(Kind.COLON));
    }

    private List<String> read(Signature signature) {
        while (!cursor.at(signature.close)) {
            switch (cursor.kind()) {
                case SLASH -> readSlash(signature);
                case STAR -> readStar(signature);
                case DOUBLE_STAR -> {
                    readMapping(signature);
                    return signature.names;
                }
                default -> readName(signature);
            }
            if (!cursor.accept(Kind.COMMA)) {
                break;
            }
        }
        if (signature.bareStar) {
            throw Rejection.INSTANCE;
        }
        return signature.names;
    }

    private void readSlash(Signature signature) {
        int start = cursor.start();
        if (signature.slash || signature.star || signature.names.isEmpty()) {
            String message = signature.star
                    ? "/ must be ahead of *"
                    : signature.slash ? "/ may appear only once" : "at least one argument must precede /";
            cursor.skip();
            throw rejectNewer(message, start);
        }
        cursor.skip();
        signature.slash = true;
    }

    private void readStar(Signature signature) {
        int start = cursor.start();
        cursor.skip();
        if (signature.star) {
            throw grammar.diagnosis.reject("* argument may appear only once", start);
        }
        signature.star = true;
        boolean bare = cursor.at(Kind.COMMA);
        Kind next = bare ? cursor.kind(1) : cursor.kind();
        if (next == signature.close || (bare && next == Kind.DOUBLE_STAR)) {
            throw grammar.diagnosis.reject("named arguments must follow bare *", start);
        }
        signature.bareStar = bare;
        signature.names.add(bare ? "*" : "*" + cursor.expectName());
        if (!bare) {
            readVariadic(signature);
        }
    }

    private void readVariadic(Signature signature) {
        if (signature.close == Kind.RPAR && cursor.accept(Kind.COLON)) {
            if (cursor.minor >= 11) {
                grammar.expressions.starExpression();
            } else {
                grammar.expressions.expression();
            }
        }
        if (cursor.at(Kind.EQUAL)) {
            throw grammar.diagnosis.reject("var-positional argument cannot have default value", cursor.start());
        }
    }

    private void readMapping(Signature signature) {
        cursor.skip();
        if (signature.bareStar) {
            throw Rejection.INSTANCE;
        }
        signature.names.add("**" + cursor.expectName());
        readAnnotation(signature);
        if (cursor.at(Kind.EQUAL)) {
            throw grammar.diagnosis.reject("var-keyword argument cannot have default value", cursor.start());
        }
        if (cursor.accept(Kind.COMMA) && !cursor.at(signature.close)) {
            Kind next = cursor.kind();
            if (next == Kind.NAME || next == Kind.STAR || next == Kind.DOUBLE_STAR || next == Kind.SLASH) {
                throw rejectNewer("arguments cannot follow var-keyword argument", cursor.start());
            }
            throw Rejection.INSTANCE;
        }
    }

    private void readName(Signature signature) {
        int start = cursor.start();
        if (cursor.at(Kind.LPAR) && cursor.diagnosing() && cursor.minor >= 11) {
            grammar.diagnosis.atParenthesizedParameter(signature.close == Kind.COLON);
        }
        signature.names.add(cursor.expectName());
        signature.bareStar = false;
        readAnnotation(signature);
        if (cursor.at(Kind.EQUAL)) {
            readDefault(signature);
            int last = signature.names.size() - 1;
            signature.names.set(last, signature.names.get(last) + "=");
            signature.defaults = true;
        } else if (signature.defaults && !signature.star) {
            if (!cursor.at(Kind.COMMA) && !cursor.at(signature.close)) {
                throw Rejection.INSTANCE;
            }
            throw grammar.diagnosis.reject(
                    cursor.minor >= 12
                            ? "parameter without a default follows parameter with a default"
                            : "non-default argument follows default argument",
                    start);
        }
    }

    private void readAnnotation(Signature signature) {
        if (signature.close == Kind.RPAR && cursor.accept(Kind.COLON)) {
            grammar.expressions.expression();
        }
    }

    private void readDefault(Signature signature) {
        int start = cursor.start();
        cursor.skip();
        if (cursor.at(signature.close) || cursor.at(Kind.COMMA)) {
            throw rejectNewer("expected default value expression", start);
        }
        grammar.expressions.expression();
    }

    /** A mistake that CPython knows by name from 3.11. */
    private RuntimeException rejectNewer(String message, int offset) {
        return cursor.minor >= 11 ? grammar.diagnosis.reject(message, offset) : Rejection.INSTANCE;
    }

    /** Reads type parameters in brackets, when there are any. */
    void types() {
        if (cursor.minor < 12 || !cursor.accept(Kind.LSQB)) {
            return;
        }
        if (cursor.at(Kind.RSQB)) {
            throw grammar.diagnosis.reject("Type parameter list cannot be empty", cursor.start());
        }
        do {
            readType();
        } while (cursor.accept(Kind.COMMA) && !cursor.at(Kind.RSQB));
        cursor.expect(Kind.RSQB);
    }

    private void readType() {
        boolean star = cursor.accept(Kind.STAR);
        boolean plain = !star && !cursor.accept(Kind.DOUBLE_STAR);
        cursor.expectName();
        if (plain && cursor.accept(Kind.COLON)) {
            grammar.expressions.expression();
        }
        if (cursor.minor >= 13 && cursor.accept(Kind.EQUAL)) {
            if (star) {
                grammar.expressions.starExpression();
            } else {
                grammar.expressions.expression();
            }
        }
    }
}
