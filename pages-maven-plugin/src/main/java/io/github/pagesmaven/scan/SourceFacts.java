package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.scan.cache.CachedSource;
import io.github.pagesmaven.scan.cache.Findings;
import io.github.pagesmaven.scan.cache.SourceCache;
import io.github.pagesmaven.scan.folder.FoundFile;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.scan.verdict.SourceCompiler;
import io.github.pagesmaven.scan.verdict.Verdict;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Reads and judges sources; those that are unchanged since the last time are neither read nor judged again. */
final class SourceFacts {
    /** Below so many files, threads cost more than they save. */
    private static final int WORTH_THREADS = 16;

    private final ScanRequest request;
    private final SourceReader reader;
    private final Path file;
    private final String purpose;
    private final long moment = nanoseconds(Instant.now());
    private final Map<String, FoundFile> files = new LinkedHashMap<>();
    private Map<String, CachedSource> known = Map.of();
    private Optional<Findings> kept = Optional.empty();
    private final List<FoundFile> changed = new ArrayList<>();
    private FutureTask<List<Verdict>> verdicts = done();

    SourceFacts(ScanRequest request) {
        this.request = request;
        this.reader = new SourceReader(request.target());
        this.file = request.stateDirectory().resolve("scan.cache");
        this.purpose = String.join(
                " ",
                ReaderVersion.text(),
                String.valueOf(request.target().minor()),
                request.target().sysPlatform(),
                request.folderName());
    }

    /** What is known of each file, by path and in their order; what an interpreter says may come later. */
    Map<String, CachedSource> gather(List<FoundFile> sources) {
        SourceCache cache = SourceCache.open(file, purpose);
        List<Optional<CachedSource>> same = new ArrayList<>(sources.size());
        for (FoundFile source : sources) {
            same.add(one(source, cache::find));
            if (same.get(same.size() - 1).isEmpty()) {
                changed.add(source);
            }
        }
        verdicts = start(changed);
        Iterator<CachedSource> read = each(changed, this::read).iterator();
        known = new LinkedHashMap<>(sources.size() * 2);
        for (int index = 0; index < sources.size(); index++) {
            FoundFile source = sources.get(index);
            files.put(source.path(), source);
            known.put(source.path(), same.get(index).orElseGet(read::next));
        }
        if (changed.isEmpty() && !judge() && cache.size() == sources.size()) {
            kept = Optional.of(cache.findings());
            if (cache.isDoubtful()) {
                keep(known, cache.findings());
            }
        }
        return known;
    }

    /** Waits for what an interpreter says about the files that have changed. */
    void settle() {
        take(changed, result(verdicts));
        judge();
    }

    /** Everything that a file says, which is read again when only an outline of it is known; empty for no file. */
    Optional<Source> whole(String path) {
        FoundFile source = files.get(path);
        CachedSource found = known.get(path);
        if (source == null || found == null) {
            return Optional.empty();
        }
        if (found.source().outline()) {
            Source read = one(source, again -> reader.read(Files.readAllBytes(again.file())));
            found = found.with(read);
            known.put(path, found);
        }
        return Optional.of(found.source());
    }

    /** What followed from the sources the last time, when none has changed since. */
    Optional<Findings> kept() {
        return kept;
    }

    private CachedSource read(FoundFile source) throws IOException {
        byte[] content = Files.readAllBytes(source.file());
        String digest = SourceCache.isDoubtful(source, moment) ? SourceCache.digest(content) : "";
        Source facts = reader.outline(content);
        return new CachedSource(source.size(), source.modified(), digest, () -> facts, null);
    }

    /** Lets an interpreter compile files, if there is one, while this reader reads them. */
    private FutureTask<List<Verdict>> start(List<FoundFile> changed) {
        if (changed.isEmpty()) {
            return done();
        }
        FutureTask<List<Verdict>> task = new FutureTask<>(() -> request.interpreter()
                .get()
                .map(interpreter -> compile(interpreter, changed))
                .orElse(List.of()));
        Thread thread = new Thread(task, "pages-compile");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static FutureTask<List<Verdict>> done() {
        FutureTask<List<Verdict>> none = new FutureTask<>(List::of);
        none.run();
        return none;
    }

    private static List<Verdict> compile(Interpreter interpreter, List<FoundFile> sources) {
        return new SourceCompiler(interpreter)
                .compile(sources.stream().map(FoundFile::file).toList());
    }

    private void take(List<FoundFile> sources, List<Verdict> verdicts) {
        for (int index = 0; index < verdicts.size(); index++) {
            Verdict verdict = verdicts.get(index);
            known.computeIfPresent(sources.get(index).path(), (path, source) -> source.judged(verdict));
        }
    }

    /** Asks an interpreter about the other files on which none of the target's version has decided. */
    private boolean judge() {
        int minor = request.target().minor();
        List<FoundFile> open = new ArrayList<>();
        for (FoundFile source : files.values()) {
            Optional<Verdict> verdict = verdict(source);
            if (verdict.isEmpty() || !verdict.get().decidesFor(minor)) {
                open.add(source);
            }
        }
        Optional<Interpreter> interpreter =
                open.isEmpty() ? Optional.empty() : request.interpreter().get();
        if (interpreter.isEmpty()) {
            return false;
        }
        String name = SourceCompiler.name(interpreter.get());
        List<FoundFile> unjudged = open.stream()
                .filter(source -> verdict(source)
                        .filter(verdict -> verdict.interpreter().equals(name))
                        .isEmpty())
                .toList();
        take(unjudged, unjudged.isEmpty() ? List.of() : compile(interpreter.get(), unjudged));
        return !unjudged.isEmpty();
    }

    private Optional<Verdict> verdict(FoundFile source) {
        return Optional.ofNullable(known.get(source.path())).flatMap(CachedSource::verdict);
    }

    /** Writes what is known for the next scan. */
    void keep(Map<String, CachedSource> known, Findings findings) {
        try {
            SourceCache.write(file, purpose, known, findings, moment);
        } catch (IOException e) {
            throw PagesException.notWritable(file, e);
        }
    }

    /** One step of work on one file. */
    private interface Step<T> {
        T on(FoundFile source) throws IOException;
    }

    private <T> List<T> each(List<FoundFile> sources, Step<T> step) {
        List<T> results = new ArrayList<>(sources.size());
        if (sources.size() < WORTH_THREADS) {
            for (FoundFile source : sources) {
                results.add(one(source, step));
            }
            return results;
        }
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), 8);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>(sources.size());
            sources.forEach(source -> futures.add(pool.submit(() -> one(source, step))));
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading sources", e);
        }
    }

    private <T> T one(FoundFile source, Step<T> step) {
        try {
            return step.on(source);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            VisibleText.of(request.folderName() + "/" + source.path()),
                            "cannot be read",
                            "make it readable, or name it in <excludes>",
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static long nanoseconds(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
