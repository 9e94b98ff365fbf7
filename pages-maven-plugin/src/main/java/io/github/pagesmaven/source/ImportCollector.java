package io.github.pagesmaven.source;

import io.github.pagesmaven.source.Import.Kind;
import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Literals;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every import of a file and how strongly it is needed; the weakest reason wins. */
final class ImportCollector {
    private static final Set<String> CATCHING =
            Set.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");

    private final SourceText text;
    private final Branches branches;
    private final List<Import> imports = new ArrayList<>();

    ImportCollector(SourceText text, Branches branches) {
        this.text = text;
        this.branches = branches;
    }

    List<Import> collect(List<Stmt> file) {
        walk(file, Kind.REQUIRED);
        return imports;
    }

    private void walk(List<Stmt> statements, Kind need) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Import names) {
                branches.note(names);
                for (Stmt.Alias alias : names.aliases()) {
                    add(alias.name(), need, need, names.start(), List.of());
                }
            } else if (statement instanceof Stmt.ImportFrom from) {
                branches.note(from);
                addFrom(from, need);
            } else if (statement instanceof Stmt.Noted noted) {
                noted.expressions().forEach(note -> addDynamic(note, need));
            } else {
                walkBlocks(statement, need);
            }
        }
    }

    private void walkBlocks(Stmt statement, Kind need) {
        if (statement instanceof Stmt.FunctionDef function) {
            walk(function.body(), weaker(need, Kind.LAZY));
        } else if (statement instanceof Stmt.ClassDef definition) {
            walk(definition.body(), need);
        } else if (statement instanceof Stmt.If branch) {
            Truth truth = branches.test(branch.test());
            walk(branch.body(), weaker(need, truth.need()));
            walk(branch.orElse(), weaker(need, truth.not().need()));
        } else if (statement instanceof Stmt.While loop) {
            Truth truth = branches.test(loop.test());
            walk(loop.body(), weaker(need, truth.need()));
            walk(loop.orElse(), need);
        } else if (statement instanceof Stmt.For loop) {
            walk(loop.body(), need);
            walk(loop.orElse(), need);
        } else if (statement instanceof Stmt.With with) {
            walk(with.body(), suppresses(with) ? weaker(need, Kind.OPTIONAL) : need);
        } else if (statement instanceof Stmt.Try attempt) {
            walkTry(attempt, need);
        } else if (statement instanceof Stmt.Match match) {
            match.cases().forEach(choice -> walk(choice.body(), need));
        }
    }

    private void walkTry(Stmt.Try attempt, Kind need) {
        boolean caught = false;
        for (Stmt.Handler handler : attempt.handlers()) {
            caught |= catchesImportError(handler.type()) && !endsInRaise(handler.body());
        }
        Kind inner = caught ? weaker(need, Kind.OPTIONAL) : need;
        walk(attempt.body(), inner);
        attempt.handlers().forEach(handler -> walk(handler.body(), inner));
        walk(attempt.orElse(), inner);
        walk(attempt.last(), need);
    }

    private static boolean endsInRaise(List<Stmt> body) {
        return !body.isEmpty() && body.get(body.size() - 1) instanceof Stmt.Raise;
    }

    private static boolean catchesImportError(@Nullable Expr type) {
        if (type == null) {
            return true;
        }
        if (type instanceof Expr.Sequence sequence) {
            for (Expr item : sequence.items()) {
                if (catchesImportError(item)) {
                    return true;
                }
            }
            return false;
        }
        String name = type instanceof Expr.Attribute attribute ? attribute.name() : Values.dotted(type);
        return CATCHING.contains(name);
    }

    private boolean suppresses(Stmt.With with) {
        for (Stmt.Item item : with.items()) {
            if (item.context() instanceof Expr.Call call && isSuppress(branches.name(call.function()))) {
                return call.arguments().stream().anyMatch(argument -> catchesImportError(argument.value()));
            }
        }
        return false;
    }

    private static boolean isSuppress(String name) {
        return name.equals("suppress") || name.endsWith(".suppress");
    }

    private void addFrom(Stmt.ImportFrom from, Kind need) {
        List<String> names = new ArrayList<>(from.aliases().size());
        for (Stmt.Alias alias : from.aliases()) {
            names.add(alias.name());
        }
        Kind kind = from.module().startsWith(".") ? Kind.RELATIVE : need;
        add(from.module(), kind, need, from.start(), names);
    }

    private void addDynamic(Stmt.Note note, Kind need) {
        if (!(note.expression() instanceof Expr.Call call)) {
            return;
        }
        for (Expr.Argument argument : call.arguments()) {
            String keyword = argument.keyword();
            if (keyword == null || keyword.equals("name")) {
                if (argument.value() instanceof Expr.Text literal) {
                    String module = Literals.value(text, literal).orElse("");
                    if (!module.isEmpty() && !module.startsWith(".")) {
                        Kind inner = note.inLambda() ? weaker(need, Kind.LAZY) : need;
                        add(module, Kind.DYNAMIC, inner, call.start(), List.of());
                    }
                }
                return;
            }
        }
    }

    private void add(String module, Kind kind, Kind need, int start, List<String> names) {
        imports.add(new Import(module, kind, text.line(start), text.column(start), names, need));
    }

    private static Kind weaker(Kind one, Kind other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
