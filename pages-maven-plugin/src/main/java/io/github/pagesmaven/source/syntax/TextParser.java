package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.syntax.Expr.Text.Form;
import io.github.pagesmaven.source.text.SyntaxFault;
import io.github.pagesmaven.source.token.Kind;
import org.jspecify.annotations.Nullable;

/** String literals, which join when they stand side by side. */
final class TextParser {
    private final Grammar grammar;
    private final Cursor cursor;

    TextParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Expr read() {
        int start = cursor.start();
        int first = cursor.mark();
        Form form = part();
        boolean bytes = form == Form.BYTES;
        boolean mixed = false;
        while (cursor.at(Kind.STRING) || cursor.at(Kind.FSTRING_START)) {
            Form next = part();
            mixed |= bytes != (next == Form.BYTES) || (form == Form.TEMPLATE) != (next == Form.TEMPLATE);
            form = next == Form.PLAIN ? form : next;
        }
        if (mixed) {
            throw bytes || form == Form.BYTES || cursor.minor < 14
                    ? cursor.faultAtLastToken("cannot mix bytes and nonbytes literals")
                    : new SyntaxFault("cannot mix t-string literals with string or bytes literals", start);
        }
        for (int i = first; i < cursor.mark(); i++) {
            if (cursor.tokens.kind(i) == Kind.STRING) {
                grammar.literals.check(i);
            }
        }
        return new Expr.Text(form, start, cursor.consumedEnd());
    }

    private Form part() {
        if (cursor.at(Kind.FSTRING_START)) {
            Form form = hasPrefix('t') ? Form.TEMPLATE : Form.FIELDS;
            readFields();
            return form;
        }
        Form form = hasPrefix('b') ? Form.BYTES : hasPrefix('f') ? Form.FIELDS : Form.PLAIN;
        cursor.skip();
        return form;
    }

    private boolean hasPrefix(char letter) {
        char[] chars = cursor.tokens.text().chars();
        int i = cursor.start();
        while (chars[i] != '"' && chars[i] != '\'') {
            if ((chars[i++] | ' ') == letter) {
                return true;
            }
        }
        return false;
    }

    private void readFields() {
        cursor.skip();
        while (!cursor.accept(Kind.FSTRING_END)) {
            readPart();
        }
    }

    private void readPart() {
        if (!cursor.accept(Kind.FSTRING_MIDDLE)) {
            readField();
        }
    }

    private void readField() {
        cursor.expect(Kind.LBRACE);
        if (cursor.diagnosing()) {
            checkValue();
        }
        if (cursor.at(Kind.YIELD)) {
            grammar.atoms.yielded();
        } else {
            grammar.expressions.starExpressions();
        }
        boolean debug = cursor.accept(Kind.EQUAL);
        if (cursor.accept(Kind.EXCLAMATION)) {
            readConversion();
        }
        if (cursor.accept(Kind.COLON)) {
            while (!cursor.at(Kind.RBRACE)) {
                readPart();
            }
        }
        if (!cursor.accept(Kind.RBRACE)) {
            throw missingBrace(debug);
        }
    }

    private void checkValue() {
        Kind kind = cursor.kind();
        @Nullable
        String before = kind == Kind.EQUAL || kind == Kind.EXCLAMATION || kind == Kind.COLON || kind == Kind.RBRACE
                ? kind.text()
                : null;
        if (before != null) {
            throw new SyntaxFault("f-string: valid expression required before '" + before + "'", cursor.start());
        }
        if (!ExpressionParser.startsExpression(kind, true) && kind != Kind.YIELD) {
            throw new SyntaxFault("f-string: expecting a valid expression after '{'", cursor.start());
        }
    }

    private void readConversion() {
        int start = cursor.start();
        if (!cursor.at(Kind.NAME)) {
            throw grammar.diagnosis.reject("f-string: invalid conversion character", start);
        }
        if (cursor.consumedEnd() != start) {
            throw new SyntaxFault("f-string: conversion type must come right after the exclamation mark", start);
        }
        String name = cursor.expectName();
        if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
            throw new SyntaxFault(
                    "f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'", start);
        }
    }

    private RuntimeException missingBrace(boolean debug) {
        String wanted = debug ? "'!', or ':', or '}'" : "'=', or '!', or ':', or '}'";
        return grammar.diagnosis.reject("f-string: expecting " + wanted, cursor.start());
    }
}
