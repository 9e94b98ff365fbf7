package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.util.Map;

/** Writes what is read at once: which files there are, and what follows from them. */
final class IndexWriter extends TextWriter {
    void cached(String path, CachedSource cached, int facts) {
        text(path);
        number(cached.size());
        number(cached.modified());
        text(cached.digest());
        number(facts);
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

    void findings(Findings findings) {
        list(
                findings.entries().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                found -> {
                    text(found.getKey());
                    entry(found.getValue());
                });
        list(findings.problems(), this::problem);
    }

    private void entry(Entry entry) {
        text(entry.mode().name());
        text(entry.symbol());
        nullable(entry.framework().orElse(null), this::text);
        list(entry.methods(), this::text);
        list(entry.routes(), this::route);
        number(entry.line());
        nullable(entry.djangoSettings().orElse(null), this::text);
    }

    private void route(InnerRoute route) {
        text(route.method());
        text(route.pattern());
    }

    private void problem(Problem problem) {
        text(problem.code().name());
        text(problem.severity().name());
        text(problem.where());
        text(problem.what());
        list(problem.details(), this::text);
        text(problem.fix());
    }
}
