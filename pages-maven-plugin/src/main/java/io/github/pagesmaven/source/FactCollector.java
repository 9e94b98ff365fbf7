package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Literals;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what the module level of a file says: bindings, classes, functions, and calls that may add routes. */
final class FactCollector extends BindingCollector {
    private static final int MEMBER_LIMIT = 1_000;
    private static final String ROOT_URLS = "ROOT_URLCONF";
    private static final String SETTINGS = "DJANGO_SETTINGS_MODULE";

    final List<ClassFact> classes = new ArrayList<>();
    final List<FunctionFact> functions = new ArrayList<>();
    final Registrations registrations;
    /** What functions assign for the module, by their names. */
    private final Map<String, List<Binding>> assigned = new LinkedHashMap<>();

    private @Nullable String djangoSettings;

    FactCollector(SourceText text, Branches branches) {
        super(text, branches);
        registrations = new Registrations(values);
    }

    @Nullable
    String djangoSettings() {
        return djangoSettings;
    }

    @Override
    void visit(Stmt statement) {
        super.visit(statement);
        registrations.visit(statement);
        if (statement instanceof Stmt.ClassDef definition) {
            classes.add(classFact(definition));
        } else if (statement instanceof Stmt.FunctionDef function) {
            functions.add(functionFact(function));
        } else if (statement instanceof Stmt.Expression expression) {
            assignGlobals(expression.value());
            readSettings(expression.value());
            readMember(expression.value());
        } else if (statement instanceof Stmt.Assign assign) {
            for (Expr target : assign.targets()) {
                readSettings(target, assign.value());
                if (target instanceof Expr.Attribute member && member.value() instanceof Expr.Name owner) {
                    addMember(owner.id(), member.name(), assign.value());
                }
            }
        }
    }

    /** A call of a function at module level does what the function does for the module. */
    private void assignGlobals(Expr expr) {
        if (expr instanceof Expr.Call call && call.function() instanceof Expr.Name function) {
            assigned.getOrDefault(function.id(), List.of()).forEach(this::bind);
        }
    }

    /** Ends the file: what only a function assigns that is not called here may still be meant as an entry. */
    void end() {
        for (List<Binding> bindings : assigned.values()) {
            for (Binding binding : bindings) {
                if (!means(binding.name())) {
                    Value value = Value.leaf(Value.Kind.OTHER, "global", binding.line());
                    bind(new Binding(binding.name(), value, binding.line(), binding.column()));
                }
            }
        }
    }

    private void readSettings(Expr expr) {
        if (expr instanceof Expr.Call call
                && call.function() instanceof Expr.Attribute method
                && method.name().equals("configure")) {
            for (Expr.Argument argument : call.arguments()) {
                if (ROOT_URLS.equals(argument.keyword())) {
                    bind(ROOT_URLS, values.of(argument.value()), call.start());
                }
            }
        }
        if (expr instanceof Expr.Call call
                && call.function() instanceof Expr.Attribute method
                && method.name().equals("setdefault")
                && isEnvironment(method.value())
                && call.arguments().size() == 2
                && isSettingsKey(call.arguments().get(0).value())) {
            setSettings(call.arguments().get(1).value());
        }
    }

    private void readSettings(Expr target, Expr value) {
        if (target instanceof Expr.Subscript subscript
                && isEnvironment(subscript.value())
                && isSettingsKey(subscript.index())) {
            setSettings(value);
        }
    }

    private void setSettings(Expr value) {
        if (value instanceof Expr.Text literal) {
            djangoSettings = Literals.value(text, literal).orElse(djangoSettings);
        }
    }

    private boolean isSettingsKey(Expr expr) {
        return expr instanceof Expr.Text literal
                && Literals.value(text, literal).orElse("").equals(SETTINGS);
    }

    private static boolean isEnvironment(Expr expr) {
        return expr instanceof Expr.Attribute attribute
                ? attribute.name().equals("environ")
                : expr instanceof Expr.Name name && name.id().equals("environ");
    }

    /** Takes note of {@code setattr(Class, "do_X", function)}. */
    private void readMember(Expr expr) {
        if (expr instanceof Expr.Call call
                && call.function() instanceof Expr.Name function
                && function.id().equals("setattr")
                && call.arguments().size() == 3
                && call.arguments().get(0).value() instanceof Expr.Name owner
                && call.arguments().get(1).value() instanceof Expr.Text name) {
            Literals.value(text, name)
                    .ifPresent(member -> addMember(
                            owner.id(), member, call.arguments().get(2).value()));
        }
    }

    /** A class may get members after its body. */
    private void addMember(String owner, String name, Expr value) {
        for (int i = classes.size() - 1; i >= 0 && ClassBody.counts(name); i--) {
            ClassFact fact = classes.get(i);
            if (fact.name().equals(owner) && fact.members().size() < MEMBER_LIMIT) {
                List<Binding> members = new ArrayList<>(fact.members());
                members.add(new Binding(name, values.of(value), text.line(value.start()), text.column(value.start())));
                classes.set(i, new ClassFact(fact.name(), fact.bases(), members, fact.line()));
                return;
            }
        }
    }

    ClassFact classFact(Stmt.ClassDef definition) {
        List<Value> bases = new ArrayList<>();
        for (Expr.Argument argument : definition.arguments()) {
            if (argument.keyword() == null) {
                bases.add(values.of(argument.value()));
            }
        }
        ClassBody body = new ClassBody(this);
        body.walk(definition.body());
        return new ClassFact(definition.name(), bases, body.bindings(), text.line(definition.start()));
    }

    private FunctionFact functionFact(Stmt.FunctionDef function) {
        FunctionBody body = FunctionBody.read(this, function.body());
        classes.addAll(body.classes());
        if (!body.globals().isEmpty()) {
            assigned.put(function.name(), body.globals());
        }
        return new FunctionFact(
                function.name(),
                function.async(),
                function.parameters(),
                body.registrations(),
                body.bindings(),
                body.returns(),
                text.line(function.start()));
    }

    /** The body of a class, of which methods count that answer requests. */
    private static final class ClassBody extends BindingCollector {
        private final Registrations registrations;

        ClassBody(FactCollector outer) {
            super(outer);
            this.registrations = outer.registrations;
        }

        /** A decorator may add a route, also that of a method. */
        @Override
        void visit(Stmt statement) {
            super.visit(statement);
            if (statement instanceof Stmt.FunctionDef) {
                registrations.visit(statement);
            }
        }

        @Override
        boolean wants(String name) {
            return counts(name);
        }

        static boolean counts(String name) {
            return name.startsWith("do_") || name.equals("__call__");
        }
    }
}
