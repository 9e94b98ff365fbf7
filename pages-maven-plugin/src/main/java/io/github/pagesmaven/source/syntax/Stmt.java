package io.github.pagesmaven.source.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. All have the index of their first character in the text. */
public sealed interface Stmt {
    /** Index of the first character. */
    int start();

    /** {@code import a.b as c, d}. */
    record Import(List<Alias> aliases, int start) implements Stmt {}

    /**
     * {@code from module import names}.
     *
     * @param module with its leading dots
     * @param aliases the one name {@code *} when everything is taken
     */
    record ImportFrom(String module, List<Alias> aliases, int start) implements Stmt {}

    /**
     * What an import names.
     *
     * @param name dotted
     * @param as the name that it is bound to, when another
     */
    record Alias(String name, @Nullable String as, int start) {}

    /** {@code a = b = value}. */
    record Assign(List<Expr> targets, Expr value, int start) implements Stmt {}

    /** {@code target: annotation = value}. */
    record Annotated(Expr target, @Nullable Expr value, int start) implements Stmt {}

    /** {@code target += value}. */
    record Augmented(Expr target, Expr value, int start) implements Stmt {}

    /** An expression on its own. */
    record Expression(Expr value, int start) implements Stmt {}

    /** {@code return value}. */
    record Return(@Nullable Expr value, int start) implements Stmt {}

    /** {@code del targets}. */
    record Delete(List<Expr> targets, int start) implements Stmt {}

    /** {@code raise}. */
    record Raise(int start) implements Stmt {}

    /** {@code global names}. */
    record Global(List<String> names, int start) implements Stmt {}

    /** A statement that binds nothing and imports nothing. */
    record Plain(int start) implements Stmt {}

    /** {@code if}; an {@code elif} is an if of its own in the other branch. */
    record If(Expr test, List<Stmt> body, List<Stmt> orElse, int start) implements Stmt {}

    /** {@code while}. */
    record While(Expr test, List<Stmt> body, List<Stmt> orElse, int start) implements Stmt {}

    /** {@code for}. */
    record For(Expr target, List<Stmt> body, List<Stmt> orElse, int start) implements Stmt {}

    /** {@code with}. */
    record With(List<Item> items, List<Stmt> body, int start) implements Stmt {}

    /** A context of a with statement. */
    record Item(Expr context, @Nullable Expr target) {}

    /** {@code try}. */
    record Try(List<Stmt> body, List<Handler> handlers, List<Stmt> orElse, List<Stmt> last, int start)
            implements Stmt {}

    /**
     * {@code except type as name}.
     *
     * @param type null when it catches everything
     */
    record Handler(@Nullable Expr type, @Nullable String name, List<Stmt> body, int start) {}

    /** {@code match}. */
    record Match(List<Case> cases, int start) implements Stmt {}

    /**
     * {@code case}.
     *
     * @param names what its pattern binds
     */
    record Case(List<String> names, List<Stmt> body) {}

    /** {@code class}. */
    record ClassDef(String name, List<Expr.Argument> arguments, List<Stmt> body, int start) implements Stmt {}

    /** {@code def}, also {@code async def}. */
    record FunctionDef(
            String name, boolean async, List<String> parameters, List<Expr> decorators, List<Stmt> body, int start)
            implements Stmt {}

    /** {@code type X = ...}. */
    record TypeAlias(String name, int start) implements Stmt {}

    /**
     * Expressions anywhere in the next statement, or in the header of it, that matter wherever they stand: assignment
     * expressions, and calls by whose name something is imported.
     *
     * @param expressions in the order of their ends
     */
    record Noted(List<Note> expressions, int start) implements Stmt {}

    /**
     * An expression that matters wherever it stands.
     *
     * @param inLambda whether it runs only when an anonymous function is called
     */
    record Note(Expr expression, boolean inLambda) {}
}
