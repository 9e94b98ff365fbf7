package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Functions and classes with their decorators. */
final class DefinitionParser {
    private final Grammar grammar;
    private final Cursor cursor;

    DefinitionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    void read(List<Stmt> statements) {
        int start = cursor.start();
        List<Expr> decorators = decorators();
        grammar.flushNotes(statements, start);
        switch (cursor.kind()) {
            case CLASS -> readClass(statements);
            case ASYNC -> {
                int at = cursor.start();
                cursor.skip();
                readFunction(statements, decorators, true, at);
            }
            default -> readFunction(statements, decorators, false, cursor.start());
        }
    }

    private List<Expr> decorators() {
        if (!cursor.at(Kind.AT)) {
            return List.of();
        }
        List<Expr> decorators = new ArrayList<>(2);
        while (cursor.accept(Kind.AT)) {
            decorators.add(decorator());
            cursor.expect(Kind.NEWLINE);
        }
        return decorators;
    }

    private Expr decorator() {
        if (cursor.minor >= 9) {
            return grammar.expressions.named();
        }
        Expr decorator = grammar.tree(grammar.expressions::named);
        if (!isOldDecorator(decorator)) {
            throw Rejection.INSTANCE;
        }
        return decorator;
    }

    private static boolean isOldDecorator(Expr decorator) {
        Expr name = decorator instanceof Expr.Call call ? call.function() : decorator;
        while (name instanceof Expr.Attribute attribute) {
            name = attribute.value();
        }
        return name instanceof Expr.Name;
    }

    private void readFunction(List<Stmt> statements, List<Expr> decorators, boolean async, int start) {
        cursor.expect(Kind.DEF);
        String name = cursor.expectName();
        grammar.parameters.types();
        if (cursor.minor >= 11) {
            cursor.force(Kind.LPAR);
        } else {
            cursor.expect(Kind.LPAR);
        }
        List<String> parameters = grammar.parameters.function();
        cursor.expect(Kind.RPAR);
        if (cursor.accept(Kind.ARROW)) {
            grammar.expressions.expression();
        }
        cursor.force(Kind.COLON);
        grammar.flushNotes(statements, start);
        List<Stmt> body = body("function definition", start);
        statements.add(new Stmt.FunctionDef(name, async, parameters, decorators, body, start));
    }

    private List<Stmt> body(String owner, int start) {
        if (grammar.outliner == null) {
            return grammar.blocks.block(owner, start);
        }
        grammar.outliner.beginBody();
        List<Stmt> body = grammar.blocks.block(owner, start);
        grammar.outliner.endBody();
        return body;
    }

    private void readClass(List<Stmt> statements) {
        int start = cursor.start();
        cursor.skip();
        String name = cursor.expectName();
        grammar.parameters.types();
        List<Expr.Argument> arguments = cursor.accept(Kind.LPAR) ? grammar.arguments.call(false) : List.of();
        if (cursor.minor <= 10) {
            cursor.force(Kind.COLON);
        } else {
            grammar.blocks.colon();
        }
        grammar.flushNotes(statements, start);
        List<Stmt> body = body("class definition", start);
        statements.add(new Stmt.ClassDef(name, arguments, body, start));
    }
}
