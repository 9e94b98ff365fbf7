package io.github.pagesmaven.scan.cache;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.scan.verdict.Refusal;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link IndexWriter} has written. */
final class IndexReader extends TextReader {
    IndexReader(byte[] bytes, int start) {
        super(bytes, start);
    }

    /**
     * A file, and what is known of it.
     *
     * @param facts where the facts of all files start
     */
    Map.Entry<String, CachedSource> cached(int facts) {
        String path = text();
        long size = number();
        long modified = number();
        String digest = text();
        Supplier<Source> source = new Facts(this, facts + whole());
        return Map.entry(path, new CachedSource(size, modified, digest, source, nullable(this::verdict)));
    }

    /** Reads the facts of a file when they are asked for, and keeps them. */
    private static final class Facts implements Supplier<Source> {
        private final TextReader table;
        private final int position;
        private @Nullable Source read;

        Facts(TextReader table, int position) {
            this.table = table;
            this.position = position;
        }

        @Override
        public synchronized Source get() {
            if (read == null) {
                read = new FactReader(table, position).source();
            }
            return read;
        }
    }

    private Verdict verdict() {
        return new Verdict(text(), nullable(this::refusal));
    }

    private Refusal refusal() {
        return new Refusal(text(), text(), whole(), whole(), text());
    }

    Findings findings() {
        Map<String, Entry> entries = new HashMap<>();
        int count = count();
        for (int index = 0; index < count; index++) {
            entries.put(text(), entry());
        }
        return new Findings(entries, list(this::problem));
    }

    private Entry entry() {
        return new Entry(
                Entry.Mode.valueOf(text()),
                text(),
                Optional.ofNullable(nullable(this::text)),
                list(this::text),
                list(this::route),
                whole(),
                Optional.ofNullable(nullable(this::text)));
    }

    private InnerRoute route() {
        return new InnerRoute(text(), text());
    }

    private Problem problem() {
        return new Problem(Code.valueOf(text()), Severity.valueOf(text()), text(), text(), list(this::text), text());
    }
}
