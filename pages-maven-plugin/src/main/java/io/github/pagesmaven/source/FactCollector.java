package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Literals;
import io.github.pagesmaven.source.syntax.Stmt;
import io.github.pagesmaven.source.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the module level of a file says: bindings, classes, functions, and calls that may add routes. */
final class FactCollector extends BindingCollector {
    private static final String SETTINGS = "DJANGO_SETTINGS_MODULE";

    final List<ClassFact> classes = new ArrayList<>();
    final List<FunctionFact> functions = new ArrayList<>();
    final List<Value> registrations = new ArrayList<>();
    private @Nullable String djangoSettings;

    FactCollector(SourceText text, Branches branches) {
        super(text, branches);
    }

    @Nullable
    String djangoSettings() {
        return djangoSettings;
    }

    @Override
    void visit(Stmt statement) {
        super.visit(statement);
        if (statement instanceof Stmt.ClassDef definition) {
            classes.add(classFact(definition));
        } else if (statement instanceof Stmt.FunctionDef function) {
            functions.add(functionFact(function));
            function.decorators().forEach(this::register);
        } else if (statement instanceof Stmt.Expression expression) {
            register(expression.value());
            readSettings(expression.value());
        } else if (statement instanceof Stmt.Assign assign) {
            assign.targets().forEach(target -> readSettings(target, assign.value()));
        }
    }

    private void register(Expr expr) {
        if (expr instanceof Expr.Call call
                && call.function() instanceof Expr.Attribute method
                && Frameworks.REGISTERING.contains(method.name())) {
            registrations.add(values.of(call));
        } else if (expr instanceof Expr.Call outer && outer.function() instanceof Expr.Call call) {
            register(call);
        }
    }

    private void readSettings(Expr expr) {
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

    private ClassFact classFact(Stmt.ClassDef definition) {
        List<Value> bases = new ArrayList<>();
        for (Expr.Argument argument : definition.arguments()) {
            if (argument.keyword() == null) {
                bases.add(values.of(argument.value()));
            }
        }
        BindingCollector body = new BindingCollector(this);
        body.walk(definition.body());
        List<Binding> members = body.bindings().stream()
                .filter(member ->
                        member.name().startsWith("do_") || member.name().equals("__call__"))
                .toList();
        return new ClassFact(definition.name(), bases, members, text.line(definition.start()));
    }

    private FunctionFact functionFact(Stmt.FunctionDef function) {
        List<Value> decorators = function.decorators().stream().map(values::of).toList();
        FunctionBody body = new FunctionBody(this);
        body.walk(function.body());
        return new FunctionFact(
                function.name(),
                function.async(),
                function.parameters(),
                decorators,
                body.returns.isEmpty() ? List.of() : body.bindings(),
                body.returns,
                text.line(function.start()));
    }

    /** The body of a function, of which it counts what it returns. */
    private static final class FunctionBody extends BindingCollector {
        private final List<Value> returns = new ArrayList<>();

        FunctionBody(BindingCollector outer) {
            super(outer);
        }

        @Override
        void visit(Stmt statement) {
            super.visit(statement);
            if (statement instanceof Stmt.Return end) {
                Expr value = end.value();
                if (value instanceof Expr.Name || value instanceof Expr.Call) {
                    returns.add(values.of(value));
                }
            }
        }
    }
}
