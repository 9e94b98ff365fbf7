package io.github.pagesmaven.source;

import io.github.pagesmaven.source.Value.Kind;
import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what the statements of one scope bind, in branches that run for the target when the file is imported. */
class BindingCollector {
    final SourceText text;
    final Values values;
    private final Branches branches;
    private final List<Binding> bindings = new ArrayList<>();

    BindingCollector(SourceText text, Branches branches) {
        this.text = text;
        this.branches = branches;
        this.values = new Values(text);
    }

    /** A collector for a scope within another one. */
    BindingCollector(BindingCollector outer) {
        this(outer.text, outer.branches);
    }

    List<Binding> bindings() {
        return bindings;
    }

    final void walk(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.If branch) {
                Truth truth = branches.test(branch.test());
                walkIf(runs(truth), branch.body());
                walkIf(runs(truth.not()), branch.orElse());
            } else if (statement instanceof Stmt.While loop) {
                walkIf(runs(branches.test(loop.test())), loop.body());
                walk(loop.orElse());
            } else if (!walkBlocks(statement)) {
                visit(statement);
            }
        }
    }

    private static boolean runs(Truth truth) {
        return truth.need() == Import.Kind.REQUIRED;
    }

    private void walkIf(boolean alive, List<Stmt> statements) {
        if (alive) {
            walk(statements);
        }
    }

    private boolean walkBlocks(Stmt statement) {
        if (statement instanceof Stmt.For loop) {
            bind(loop.target(), other(loop.start()));
            walk(loop.body());
            walk(loop.orElse());
        } else if (statement instanceof Stmt.With with) {
            for (Stmt.Item item : with.items()) {
                if (item.target() != null) {
                    bind(item.target(), other(with.start()));
                }
            }
            walk(with.body());
        } else if (statement instanceof Stmt.Try attempt) {
            walk(attempt.handlers().isEmpty() ? List.of() : handlers(attempt));
            walk(attempt.body());
            walk(attempt.orElse());
            walk(attempt.last());
        } else if (statement instanceof Stmt.Match match) {
            for (Stmt.Case choice : match.cases()) {
                choice.names().forEach(name -> bind(name, other(match.start()), match.start()));
                walk(choice.body());
            }
        } else {
            return false;
        }
        return true;
    }

    /** What handlers bind comes before what the body binds, because the body is what is meant to run. */
    private static List<Stmt> handlers(Stmt.Try attempt) {
        List<Stmt> statements = new ArrayList<>();
        attempt.handlers().forEach(handler -> statements.addAll(handler.body()));
        return statements;
    }

    /** Takes note of a statement without blocks, or of a definition. */
    void visit(Stmt statement) {
        if (statement instanceof Stmt.Assign assign) {
            Value value = values.of(assign.value());
            assign.targets().forEach(target -> assign(target, assign.value(), value));
        } else if (statement instanceof Stmt.Annotated annotated) {
            if (annotated.value() != null) {
                bind(annotated.target(), values.of(annotated.value()));
            }
        } else if (statement instanceof Stmt.Augmented augmented) {
            bind(augmented.target(), other(augmented.start()));
        } else if (statement instanceof Stmt.Delete delete) {
            delete.targets().forEach(target -> bind(target, Value.leaf(Kind.OTHER, "del", text.line(target.start()))));
        } else if (statement instanceof Stmt.Noted noted) {
            noted.expressions().forEach(this::bindWalrus);
        } else if (statement instanceof Stmt.FunctionDef function) {
            bind(function.name(), function(function), function.start());
        } else if (statement instanceof Stmt.ClassDef definition) {
            bind(definition.name(), leaf(Kind.CLASS, definition.name(), definition.start()), definition.start());
        } else if (statement instanceof Stmt.Import names) {
            names.aliases().forEach(this::bindImport);
        } else if (statement instanceof Stmt.ImportFrom from) {
            from.aliases().forEach(alias -> bindFrom(from, alias));
        } else if (statement instanceof Stmt.TypeAlias alias) {
            bind(alias.name(), other(alias.start()), alias.start());
        }
    }

    private void bindWalrus(Stmt.Note note) {
        if (!note.inLambda() && note.expression() instanceof Expr.Walrus walrus) {
            bind(walrus.target(), values.of(walrus.value()));
        }
    }

    private void bindImport(Stmt.Alias alias) {
        String as = alias.as();
        int dot = alias.name().indexOf('.');
        String first = dot < 0 ? alias.name() : alias.name().substring(0, dot);
        bind(
                as == null ? first : as,
                leaf(Kind.IMPORTED, as == null ? first : alias.name(), alias.start()),
                alias.start());
    }

    private void bindFrom(Stmt.ImportFrom from, Stmt.Alias alias) {
        String as = alias.as();
        String joint = from.module().endsWith(".") ? "" : ".";
        Value origin = leaf(Kind.IMPORTED, from.module() + joint + alias.name(), alias.start());
        bind(as == null ? alias.name() : as, origin, alias.start());
    }

    /** A function as a value: decorated, it is what its decorators make of it. */
    Value function(Stmt.FunctionDef function) {
        int line = text.line(function.start());
        List<Value> parameters = function.parameters().stream()
                .map(name -> Value.leaf(Kind.NAME, name, line))
                .toList();
        Map<String, Value> named =
                function.async() ? Map.of("async", Value.leaf(Kind.CONSTANT, "True", line)) : Map.of();
        Value value = new Value(Kind.FUNCTION, function.name(), parameters, named, line);
        for (int i = function.decorators().size() - 1; i >= 0; i--) {
            Value decorator = values.of(function.decorators().get(i));
            value = new Value(Kind.CALL, "", List.of(decorator, value), Map.of(), line);
        }
        return value;
    }

    private void assign(Expr target, Expr source, Value value) {
        if (!(target instanceof Expr.Sequence targets)) {
            bind(target, value);
        } else if (source instanceof Expr.Sequence parts
                && parts.items().size() == targets.items().size()) {
            for (int i = 0; i < parts.items().size(); i++) {
                assign(
                        targets.items().get(i),
                        parts.items().get(i),
                        value.items().isEmpty()
                                ? other(target.start())
                                : value.items().get(i));
            }
        } else {
            Value element = new Value(Kind.SUBSCRIPT, "", List.of(value), Map.of(), value.line());
            targets.items().forEach(item -> bind(item, element));
        }
    }

    private void bind(Expr target, Value value) {
        if (target instanceof Expr.Name name) {
            bind(name.id(), value, name.start());
        } else if (target instanceof Expr.Starred starred) {
            bind(starred.value(), other(starred.start()));
        } else if (target instanceof Expr.Sequence sequence) {
            sequence.items().forEach(item -> bind(item, other(item.start())));
        }
    }

    void bind(String name, Value value, int start) {
        bindings.add(new Binding(name, value, text.line(start), text.column(start)));
    }

    Value leaf(Kind kind, String name, int start) {
        return Value.leaf(kind, name, text.line(start));
    }

    private Value other(int start) {
        return leaf(Kind.OTHER, "", start);
    }
}
