package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The body of a function: what it returns, and what it binds as far as that matters for what it returns. */
final class FunctionBody extends BindingCollector {
    /** So often it is asked what names stand for; then all of them are taken. */
    private static final int ROUNDS = 8;

    private final FactCollector outer;
    private final List<Value> returns = new ArrayList<>();
    private final Registrations registrations;
    private final Set<String> wanted;
    private final boolean everything;

    /** What may be an entry, and is assigned for the whole module. */
    private final Set<String> globals = new HashSet<>();

    private final List<ClassFact> classes = new ArrayList<>();

    private FunctionBody(FactCollector outer, Set<String> wanted, boolean everything) {
        super(outer);
        this.outer = outer;
        this.registrations = new Registrations(values);
        this.wanted = wanted;
        this.everything = everything;
    }

    static FunctionBody read(FactCollector outer, List<Stmt> body) {
        Set<String> wanted = new HashSet<>();
        for (int round = 0; true; round++) {
            FunctionBody read = new FunctionBody(outer, wanted, round == ROUNDS);
            read.walk(body);
            if (!read.addNames() || round == ROUNDS) {
                return read;
            }
        }
    }

    List<Value> returns() {
        return returns;
    }

    /** Calls that may add routes; those of a function that returns nothing matter to nobody. */
    List<Value> registrations() {
        return returns.isEmpty() ? List.of() : registrations.found();
    }

    /** What it binds for the whole module and may be an entry. */
    List<Binding> globals() {
        return bindings().stream()
                .filter(binding -> globals.contains(binding.name()))
                .toList();
    }

    /** The classes that it may return. */
    List<ClassFact> classes() {
        return classes;
    }

    @Override
    boolean wants(String name) {
        return everything || wanted.contains(name);
    }

    @Override
    void visit(Stmt statement) {
        super.visit(statement);
        registrations.visit(statement);
        if (statement instanceof Stmt.Global global) {
            for (String name : global.names()) {
                if (Source.SYMBOLS.contains(name)) {
                    globals.add(name);
                    wanted.add(name);
                }
            }
        } else if (statement instanceof Stmt.ClassDef definition && wants(definition.name())) {
            classes.add(outer.classFact(definition));
        }
        if (statement instanceof Stmt.Return end
                && (end.value() instanceof Expr.Name || end.value() instanceof Expr.Call)) {
            returns.add(values.of(end.value()));
        }
    }

    /** Adds the names that occur in what was found; tells whether any of them is new. */
    private boolean addNames() {
        boolean added = false;
        for (Value value : returns) {
            added |= addNames(value);
        }
        for (Value value : registrations()) {
            added |= addNames(value);
        }
        for (Binding binding : bindings()) {
            added |= addNames(binding.value());
        }
        return added;
    }

    private boolean addNames(Value value) {
        boolean added = false;
        if (value.kind() == Value.Kind.NAME) {
            int dot = value.text().indexOf('.');
            added = wanted.add(dot < 0 ? value.text() : value.text().substring(0, dot));
        }
        for (Value item : value.items()) {
            added |= addNames(item);
        }
        for (Value item : value.named().values()) {
            added |= addNames(item);
        }
        return added;
    }
}
