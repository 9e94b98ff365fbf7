package io.github.pagesmaven.source;

import io.github.pagesmaven.source.syntax.Expr;
import io.github.pagesmaven.source.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The calls and decorators of one scope that may add routes to an application. */
final class Registrations {
    private final Values values;
    private final List<Value> found = new ArrayList<>();

    Registrations(Values values) {
        this.values = values;
    }

    List<Value> found() {
        return found;
    }

    void visit(Stmt statement) {
        if (statement instanceof Stmt.FunctionDef function) {
            function.decorators().forEach(this::register);
        } else if (statement instanceof Stmt.Expression expression) {
            register(expression.value());
        }
    }

    private void register(Expr expr) {
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        if (call.function() instanceof Expr.Call inner) {
            register(inner);
            return;
        }
        String name = call.function() instanceof Expr.Attribute method
                ? method.name()
                : call.function() instanceof Expr.Name function ? function.id() : "";
        if (Frameworks.REGISTERING.contains(name)) {
            found.add(values.of(call));
        }
    }
}
