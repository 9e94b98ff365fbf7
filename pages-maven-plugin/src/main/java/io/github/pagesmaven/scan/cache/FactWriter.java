package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Binding;
import io.github.pagesmaven.source.ClassFact;
import io.github.pagesmaven.source.FunctionFact;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SyntaxProblem;
import io.github.pagesmaven.source.Value;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes facts in a form that is fast to read: numbers in groups of seven bits, each text once. */
final class FactWriter {
    private final ByteArrayOutputStream facts = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    /** The table of texts, then the facts that refer to it. */
    byte[] toBytes() {
        FactWriter whole = new FactWriter();
        whole.number(texts.size());
        texts.keySet().forEach(whole::characters);
        whole.facts.writeBytes(facts.toByteArray());
        return whole.facts.toByteArray();
    }

    /** One byte for each character where that is enough, else two: lone surrogates must survive. */
    private void characters(String text) {
        boolean wide = text.chars().anyMatch(character -> character > 0xFF);
        number(text.length() * 2L + (wide ? 1 : 0));
        for (int index = 0; index < text.length(); index++) {
            if (wide) {
                facts.write(text.charAt(index) >> 8);
            }
            facts.write(text.charAt(index));
        }
    }

    void number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            facts.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        facts.write((int) left);
    }

    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    private <T> void list(List<T> items, Consumer<T> writer) {
        number(items.size());
        items.forEach(writer);
    }

    private <T> void nullable(@Nullable T item, Consumer<T> writer) {
        number(item == null ? 0 : 1);
        if (item != null) {
            writer.accept(item);
        }
    }

    void cached(CachedSource cached) {
        number(cached.size());
        number(cached.modified());
        text(cached.digest());
        source(cached.source());
        nullable(cached.judged(), this::verdict);
    }

    private void verdict(Verdict verdict) {
        text(verdict.interpreter());
        nullable(verdict.refused(), this::refusal);
    }

    private void refusal(Refusal refusal) {
        text(refusal.kind());
        text(refusal.message());
        number(refusal.line());
        number(refusal.column());
        text(refusal.text());
    }

    private void source(Source source) {
        nullable(source.problem(), this::problem);
        list(source.imports(), this::statement);
        list(source.bindings(), this::binding);
        list(source.classes(), this::type);
        list(source.functions(), this::function);
        list(source.registrations(), this::value);
        number(source.ignored() ? 1 : 0);
        nullable(source.djangoSettings(), this::text);
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
        list(function.decorators(), this::value);
        list(function.locals(), this::binding);
        list(function.returns(), this::value);
        number(function.line());
    }

    private void value(Value value) {
        text(value.kind().name());
        text(value.text());
        list(value.items(), this::value);
        number(value.named().size());
        value.named().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(named -> {
            text(named.getKey());
            value(named.getValue());
        });
        number(value.line());
    }
}
