package io.github.pagesmaven.source;

import io.github.pagesmaven.source.Value.Kind;
import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the statements of one scope bind, in branches that run for the target when the file is imported. */
class BindingCollector {
    final SourceText text;
    final Values values;
    private final Branches branches;
    private final List<Binding> bindings = new ArrayList<>();
    /** Names that were bound to more than a literal. */
    private final Set<String> meant = new HashSet<>();
    /** How many conditions that nobody can decide are around the statement. */
    private int conditions;

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

    /** Whether anybody asks what a name is bound to. */
    boolean wants(String name) {
        return true;
    }

    final void walk(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.If branch) {
                Truth truth = branches.test(branch.test());
                conditions += truth == Truth.UNKNOWN ? 1 : 0;
                walkIf(runs(truth), branch.body());
                walkIf(runs(truth.not()), branch.orElse());
                conditions -= truth == Truth.UNKNOWN ? 1 : 0;
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
                    bind(item.target(), values.of(item.context()));
                }
            }
            walk(with.body());
        } else if (statement instanceof Stmt.Try attempt) {
            walk(attempt.handlers().isEmpty() ? List.of() : handlers(attempt));
            walk(attempt.body());
            walk(attempt.orElse());
            walk(attempt.last());
        } else if (statement instanceof Stmt.Match match) {
            conditions++;
            for (Stmt.Case choice : match.cases()) {
                choice.names().forEach(name -> bind(name, other(match.start()), match.start()));
                walk(choice.body());
            }
            conditions--;
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
            visitAssign(assign);
        } else if (statement instanceof Stmt.Annotated annotated) {
            if (annotated.value() != null && binds(annotated.target())) {
                bind(annotated.target(), values.of(annotated.value()));
            }
        } else if (statement instanceof Stmt.Augmented augmented) {
            visitAugmented(augmented);
        } else if (statement instanceof Stmt.Delete delete) {
            delete.targets().forEach(target -> bind(target, Value.leaf(Kind.OTHER, "del", text.line(target.start()))));
        } else if (statement instanceof Stmt.Noted noted) {
            noted.expressions().forEach(this::bindWalrus);
        } else if (statement instanceof Stmt.FunctionDef function) {
            if (wants(function.name())) {
                bind(function.name(), function(function), function.start());
            }
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

    /** What is added stands in it, because lists of routes grow like that. */
    private void visitAugmented(Stmt.Augmented augmented) {
        if (binds(augmented.target())) {
            Value added = values.of(augmented.value());
            bind(augmented.target(), new Value(Kind.OTHER, "+=", List.of(added), Map.of(), added.line()));
        }
    }

    private void visitAssign(Stmt.Assign assign) {
        boolean binds = false;
        for (Expr target : assign.targets()) {
            binds |= binds(target);
        }
        if (binds) {
            Value value = values.of(assign.value());
            assign.targets().forEach(target -> assign(target, assign.value(), value));
        }
    }

    /** Whether a target binds a name that somebody asks for. */
    private boolean binds(Expr target) {
        if (target instanceof Expr.Sequence sequence) {
            for (Expr item : sequence.items()) {
                if (binds(item)) {
                    return true;
                }
            }
            return false;
        }
        return target instanceof Expr.Name name
                ? wants(name.id())
                : target instanceof Expr.Starred starred && binds(starred.value());
    }

    private void bindWalrus(Stmt.Note note) {
        if (!note.inLambda() && note.expression() instanceof Expr.Walrus walrus && binds(walrus.target())) {
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
        List<Value> parameters = new ArrayList<>(function.parameters().size());
        for (String name : function.parameters()) {
            parameters.add(Value.leaf(Kind.NAME, name, line));
        }
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
        } else if (source instanceof Expr.Sequence parts && isPlain(parts)) {
            unpack(targets.items(), parts.items(), value);
        } else {
            Value element = new Value(Kind.SUBSCRIPT, "", List.of(value), Map.of(), value.line());
            targets.items().forEach(item -> bind(item, element));
        }
    }

    private static boolean isPlain(Expr.Sequence parts) {
        for (Expr part : parts.items()) {
            if (part instanceof Expr.Starred) {
                return false;
            }
        }
        return true;
    }

    /** Gives each target its part; a starred one takes those that the others leave. */
    private void unpack(List<Expr> targets, List<Expr> parts, Value value) {
        int more = parts.size() - targets.size();
        int at = 0;
        for (Expr target : targets) {
            if (target instanceof Expr.Starred) {
                bind(target, other(target.start()));
                at += 1 + more;
            } else if (at < parts.size() && at < value.items().size()) {
                assign(target, parts.get(at), value.items().get(at));
                at++;
            } else {
                bind(target, other(target.start()));
            }
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

    /** What is bound to a literal under a condition hides nothing: the rest of the text is about the other value. */
    void bind(String name, Value value, int start) {
        boolean literal = value.kind() == Kind.CONSTANT
                || value.kind() == Kind.STRING
                || value.text().equals("del");
        if (wants(name) && !(literal && conditions > 0 && meant.contains(name))) {
            bindings.add(new Binding(name, value, text.line(start), text.column(start)));
            if (!literal) {
                meant.add(name);
            }
        }
    }

    void bind(Binding binding) {
        bindings.add(binding);
        meant.add(binding.name());
    }

    /** Whether a name is bound to more than a literal. */
    boolean means(String name) {
        return meant.contains(name);
    }

    Value leaf(Kind kind, String name, int start) {
        return Value.leaf(kind, name, text.line(start));
    }

    private Value other(int start) {
        return leaf(Kind.OTHER, "", start);
    }
}
