package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Both import statements. */
final class ImportParser {
    private final Grammar grammar;
    private final Cursor cursor;

    ImportParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Stmt plain() {
        grammar.foundImport();
        int start = cursor.start();
        cursor.skip();
        List<Stmt.Alias> aliases = new ArrayList<>(1);
        do {
            int at = cursor.start();
            aliases.add(alias(dotted(), at));
        } while (cursor.accept(Kind.COMMA));
        return new Stmt.Import(aliases, start);
    }

    Stmt from() {
        grammar.foundImport();
        int start = cursor.start();
        cursor.skip();
        StringBuilder module = new StringBuilder();
        while (cursor.at(Kind.DOT) || cursor.at(Kind.ELLIPSIS)) {
            module.append(cursor.kind().text());
            cursor.skip();
        }
        if (module.length() == 0 || !cursor.at(Kind.IMPORT)) {
            module.append(dotted());
        }
        cursor.expect(Kind.IMPORT);
        List<Stmt.Alias> targets = targets();
        if (module.toString().equals("importlib")) {
            for (Stmt.Alias alias : targets) {
                if (alias.name().equals("import_module")) {
                    if (grammar.outliner != null && alias.as() != null) {
                        throw Rejection.INSTANCE;
                    }
                    grammar.addImporting(Objects.requireNonNullElse(alias.as(), alias.name()));
                }
            }
        }
        return new Stmt.ImportFrom(module.toString(), targets, start);
    }

    private List<Stmt.Alias> targets() {
        List<Stmt.Alias> aliases = new ArrayList<>(4);
        int start = cursor.start();
        if (cursor.accept(Kind.STAR)) {
            aliases.add(new Stmt.Alias("*", null, start));
            return aliases;
        }
        boolean grouped = cursor.accept(Kind.LPAR);
        if (cursor.diagnosing() && cursor.minor >= 13 && cursor.at(Kind.NEWLINE)) {
            throw cursor.faultAtLastToken("Expected one or more names after 'import'");
        }
        do {
            int at = cursor.start();
            aliases.add(alias(cursor.expectName(), at));
        } while (cursor.accept(Kind.COMMA) && !(grouped && cursor.at(Kind.RPAR)) && !trailingComma());
        if (grouped) {
            cursor.expect(Kind.RPAR);
        }
        return aliases;
    }

    private boolean trailingComma() {
        if (cursor.diagnosing() && cursor.at(Kind.NEWLINE)) {
            throw cursor.faultAtLastToken("trailing comma not allowed without surrounding parentheses");
        }
        return false;
    }

    private Stmt.Alias alias(String name, int start) {
        return new Stmt.Alias(name, cursor.accept(Kind.AS) ? cursor.expectName() : null, start);
    }

    private String dotted() {
        String first = cursor.expectName();
        if (!cursor.at(Kind.DOT)) {
            return first;
        }
        StringBuilder name = new StringBuilder(first);
        while (cursor.accept(Kind.DOT)) {
            name.append('.').append(cursor.expectName());
        }
        return name.toString();
    }
}
