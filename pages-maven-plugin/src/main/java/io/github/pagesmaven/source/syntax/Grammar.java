package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of the grammar, which need each other, and what they find on the way. */
final class Grammar {
    final Cursor cursor;
    final ExpressionParser expressions;
    final AtomParser atoms;
    final BraceParser braces;
    final ComprehensionParser comprehensions;
    final ArgumentParser arguments;
    final ParameterParser parameters;
    final TextParser texts;
    final LiteralChecker literals;
    final ImportParser imports;
    final SimpleParser simple;
    final CompoundParser compounds;
    final DefinitionParser definitions;
    final TryParser tries;
    final PatternParser patterns;
    final BlockParser blocks;
    final Diagnosis diagnosis;
    /** Set when nobody asks for more than imports. */
    final @Nullable Outliner outliner;

    /** The names of the functions that import a module by its name. */
    private Set<String> importing = Set.copyOf(Outliner.IMPORTING);

    private List<Stmt.Note> notes = new ArrayList<>();
    private int lambdas;

    Grammar(Tokens tokens) {
        this(tokens, false);
    }

    Grammar(Tokens tokens, boolean outline) {
        this.cursor = new Cursor(tokens);
        this.atoms = new AtomParser(this);
        this.expressions = new ExpressionParser(this);
        this.braces = new BraceParser(this);
        this.comprehensions = new ComprehensionParser(this);
        this.arguments = new ArgumentParser(this);
        this.parameters = new ParameterParser(this);
        this.texts = new TextParser(this);
        this.literals = new LiteralChecker(this);
        this.imports = new ImportParser(this);
        this.simple = new SimpleParser(this);
        this.compounds = new CompoundParser(this);
        this.definitions = new DefinitionParser(this);
        this.tries = new TryParser(this);
        this.patterns = new PatternParser(this);
        this.blocks = new BlockParser(this);
        this.diagnosis = new Diagnosis(this);
        this.outliner = outline ? new Outliner(this) : null;
    }

    void note(Expr expression) {
        notes.add(new Stmt.Note(expression, lambdas > 0));
        if (expression instanceof Expr.Call) {
            foundImport();
        }
    }

    /** Takes note of another name for a function that imports a module by its name. */
    void addImporting(String name) {
        importing = new HashSet<>(importing);
        importing.add(name);
    }

    boolean isImporting(String name) {
        return importing.contains(name);
    }

    /** Takes note of something that imports. */
    void foundImport() {
        if (outliner != null) {
            outliner.found();
        }
    }

    /** An expression that is needed as a tree in any case. */
    Expr tree(Supplier<Expr> rule) {
        return outliner == null ? rule.get() : outliner.tree(rule);
    }

    /** An expression that decides whether the imports of a block are needed. */
    Expr decision(Supplier<Expr> rule) {
        return outliner == null ? rule.get() : outliner.decision(rule);
    }

    void enterLambda() {
        lambdas++;
    }

    void leaveLambda() {
        lambdas--;
    }

    /** What a way through the grammar finds, or null when it leads nowhere; then nothing has happened. */
    <T> @Nullable T attempt(Supplier<T> way) {
        int mark = cursor.mark();
        int depth = cursor.depth();
        int noted = notes.size();
        int nested = lambdas;
        try {
            return way.get();
        } catch (Rejection rejection) {
            cursor.reset(mark);
            cursor.restoreDepth(depth);
            notes.subList(noted, notes.size()).clear();
            lambdas = nested;
            return null;
        }
    }

    /** Writes down what was noted since the last time. */
    void flushNotes(List<Stmt> statements, int start) {
        if (!notes.isEmpty()) {
            statements.add(new Stmt.Noted(notes, start));
            notes = new ArrayList<>();
        }
    }
}
