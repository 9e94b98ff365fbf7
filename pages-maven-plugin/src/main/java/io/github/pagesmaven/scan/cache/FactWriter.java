package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SyntaxProblem;
import io.github.pagesmaven.source.Value;
import java.util.Map;

/** Writes what files say. */
final class FactWriter extends TextWriter {
    FactWriter(TextWriter table) {
        super(table);
    }

    void source(Source source) {
        nullable(source.problem(), this::problem);
        list(source.imports(), this::statement);
        list(source.bindings(), this::binding);
        list(source.classes(), this::type);
        list(source.functions(), this::function);
        list(source.registrations(), this::value);
        number(source.ignored() ? 1 : 0);
        nullable(source.djangoSettings(), this::text);
        number(source.outline() ? 1 : 0);
    }

    private void problem(SyntaxProblem problem) {
        text(problem.message());
        number(problem.line());
        number(problem.column());
    }

    private void statement(Import statement) {
        text(statement.module());
        text(statement.kind().name());
        number(statement.line());
        number(statement.column());
        list(statement.names(), this::text);
        text(statement.need().name());
    }

    private void binding(Binding binding) {
        text(binding.name());
        value(binding.value());
        number(binding.line());
        number(binding.column());
    }

    private void type(ClassFact type) {
        text(type.name());
        list(type.bases(), this::value);
        list(type.members(), this::binding);
        number(type.line());
    }

    private void function(FunctionFact function) {
        text(function.name());
        number(function.async() ? 1 : 0);
        list(function.parameters(), this::text);
        list(function.registrations(), this::value);
        list(function.locals(), this::binding);
        list(function.returns(), this::value);
        number(function.line());
    }

    private void value(Value value) {
        text(value.kind().name());
        text(value.text());
        list(value.items(), this::value);
        number(value.named().size());
        for (Map.Entry<String, Value> named : value.named().entrySet()) {
            text(named.getKey());
            value(named.getValue());
        }
        number(value.line());
    }
}
