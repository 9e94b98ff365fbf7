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

    /** The names of the functions that import a module by its name. */
    final Set<String> importing = new HashSet<>(List.of("import_module", "__import__"));

    private List<Stmt.Note> notes = new ArrayList<>();
    private int lambdas;

    Grammar(Tokens tokens) {
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
    }

    void note(Expr expression) {
        notes.add(new Stmt.Note(expression, lambdas > 0));
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
