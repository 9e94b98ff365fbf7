package io.github.pagesmaven.source.syntax;

import io.github.pagesmaven.source.token.Kind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements when nobody asks for more than imports: those that import nothing are checked and forgotten, and
 * expressions are skimmed, but for those that decide whether something is imported.
 */
final class Outliner {
    /** The functions that import a module by its name. */
    static final List<String> IMPORTING = List.of("import_module", "__import__");

    private final Grammar grammar;
    private final Cursor cursor;
    private final Skimmer skimmer;
    private final LineSkimmer lines;
    /** How many imports were found. */
    private int found;
    /** How many statements that decide about imports are around this one. */
    private int conditions;
    /** Whether such a statement is read once more, since an import is in it. */
    private boolean deciding;
    /** How many expressions around this place are wanted as trees. */
    private int trees;

    /** How many bodies of functions and classes are around this place. */
    private int bodies;
    /** Up to where tokens were looked at, or stand in a body. */
    private int seen;
    /** Whether a watched name stands at module level. */
    private boolean watched;

    Outliner(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.skimmer = new Skimmer(cursor);
        this.lines = new LineSkimmer(cursor, skimmer);
    }

    /** The statements of a file that import something; null when a watched name stands at module level. */
    @Nullable
    List<Stmt> file() {
        grammar.literals.checkAll();
        List<Stmt> statements = grammar.blocks.file();
        look();
        return watched ? null : statements;
    }

    /** Begins the body of a function or class. */
    void beginBody() {
        if (bodies++ == 0) {
            look();
        }
    }

    void endBody() {
        bodies--;
        seen = bodies == 0 ? cursor.mark() : seen;
    }

    /** Looks at the tokens of the module level up to this place. */
    private void look() {
        for (int i = seen; i < cursor.mark(); i++) {
            look(i);
        }
    }

    /** Looks at a name that belongs to the module level, wherever it stands. */
    void look(int token) {
        watched |= cursor.tokens.watched(token) >= IMPORTING.size();
    }

    /** Takes note of something that imports. */
    void found() {
        found++;
    }

    /** Skips an operation; null when a tree must be made of it. */
    @Nullable
    Expr skip(int weakest) {
        return trees > 0 ? null : skimmer.skip(weakest);
    }

    /** An expression as a tree. */
    Expr tree(Supplier<Expr> rule) {
        trees++;
        try {
            return rule.get();
        } finally {
            trees--;
        }
    }

    /** An expression that decides whether the imports of a block are needed: a tree once it is known to have some. */
    Expr decision(Supplier<Expr> rule) {
        return deciding ? tree(rule) : rule.get();
    }

    /** Reads a statement; of those without imports only a raise at the end of a block remains. */
    void read(List<Stmt> statements) {
        if (endsInRaise(statements)) {
            statements.remove(statements.size() - 1);
        }
        if (lines.skip()) {
            return;
        }
        int size = statements.size();
        int before = found;
        if (decides()) {
            readCondition(statements);
        } else {
            readAny(statements);
        }
        if (found == before) {
            int kept = endsInRaise(statements) ? 1 : 0;
            statements.subList(size, statements.size() - kept).clear();
        }
    }

    private static boolean endsInRaise(List<Stmt> statements) {
        return !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Stmt.Raise;
    }

    private boolean decides() {
        Kind kind = cursor.kind();
        return kind == Kind.IF
                || kind == Kind.TRY
                || kind == Kind.WITH
                || kind == Kind.WHILE
                || (kind == Kind.ASYNC && cursor.kind(1) == Kind.WITH);
    }

    /** The outermost of such statements is read twice when it imports something, and so all in it. */
    private void readCondition(List<Stmt> statements) {
        int mark = cursor.mark();
        int size = statements.size();
        int before = found;
        conditions++;
        readAny(statements);
        conditions--;
        if (conditions == 0 && found > before) {
            statements.subList(size, statements.size()).clear();
            cursor.reset(mark);
            conditions++;
            deciding = true;
            readAny(statements);
            deciding = false;
            conditions--;
        }
    }

    private void readAny(List<Stmt> statements) {
        Statements.any(cursor.kind()).read(grammar, statements, cursor.start());
    }
}
