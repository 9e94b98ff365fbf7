package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.cache.CachedSource;
import io.github.pagesmaven.scan.cache.Findings;
import io.github.pagesmaven.scan.folder.FolderListing;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.EntryFinder;
import io.github.pagesmaven.source.entry.EntryVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a function tree: what is unchanged since the last scan is taken from the state directory. */
public final class FunctionScanner {

    /**
     * Scans a tree.
     *
     * @return the tree; mistakes in it are told by its problems
     * @throws PagesException when files cannot be read or the interpreter does not work
     */
    public FunctionTree scan(ScanRequest request) {
        String folderName = request.folderName();
        FolderListing listing = FunctionFolder.list(request.functionsDirectory(), folderName, request.excludes());
        SourceFacts facts = new SourceFacts(request);
        Map<String, CachedSource> known = facts.gather(listing.sources());
        Findings findings = facts.kept().orElseGet(() -> {
            Findings found = find(request, known, facts);
            facts.keep(known, found);
            return found;
        });
        List<SourceFile> files = new ArrayList<>(known.size());
        known.forEach((path, source) -> files.add(new SourceFile(
                path, source.facts(), Optional.ofNullable(findings.entries().get(path)))));
        List<Problem> problems = new ArrayList<>(listing.problems());
        problems.addAll(findings.problems());
        return new FunctionTree(request.functionsDirectory(), folderName, files, listing.resources(), problems);
    }

    private static Findings find(ScanRequest request, Map<String, CachedSource> known, SourceFacts facts) {
        FunctionProblems check = new FunctionProblems(request.folderName());
        SourceProblems weigh = new SourceProblems(request.target().minor());
        SearchPath searchPath = new SearchPath(known.keySet(), List.of());
        Map<String, Entry> entries = new HashMap<>();
        List<SourceFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, EntryVerdict> verdicts = new HashMap<>();
        known.forEach((path, cached) -> verdicts.put(path, entry(path, cached.source(), facts, searchPath)));
        facts.settle();
        known.forEach((path, cached) -> {
            EntryVerdict verdict = Objects.requireNonNull(verdicts.get(path));
            verdict.entry().ifPresent(entry -> entries.put(path, entry));
            SourceFile file = new SourceFile(path, cached.source(), verdict.entry());
            files.add(file);
            String place = VisibleText.of(request.folderName() + "/" + path);
            weigh.weigh(place, cached.source().error(), cached.verdict()).ifPresent(problems::add);
            problems.addAll(check.relativeImports(file));
            problems.addAll(check.hints(file, verdict.hints()));
        });
        problems.addAll(check.settings(files));
        FunctionTree tree =
                new FunctionTree(request.functionsDirectory(), request.folderName(), files, List.of(), List.of());
        problems.addAll(HelperNames.check(tree, request.library()));
        return new Findings(entries, problems);
    }

    private static EntryVerdict entry(String path, Source source, SourceFacts facts, SearchPath files) {
        if (source.ignored() || source.outline()) {
            return new EntryVerdict(Optional.empty(), List.of());
        }
        SearchPath searchPath = files.seenFrom(path);
        return new EntryFinder(module -> searchPath.find(module, path).flatMap(found -> facts.whole(found.path())))
                .find(source);
    }
}
