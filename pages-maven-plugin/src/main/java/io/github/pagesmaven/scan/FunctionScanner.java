package io.github.pagesmaven.scan;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.scan.cache.CachedSource;
import io.github.pagesmaven.scan.folder.FolderListing;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import io.github.pagesmaven.scan.folder.VisibleText;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.EntryFinder;
import io.github.pagesmaven.source.entry.EntryVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Map<String, CachedSource> facts = new SourceFacts(request).of(listing.sources());
        List<Problem> problems = new ArrayList<>(listing.problems());
        List<SourceFile> files = new ArrayList<>();
        FunctionProblems check = new FunctionProblems(folderName);
        SourceProblems weigh = new SourceProblems(request.target().minor());
        facts.forEach((path, known) -> {
            EntryVerdict verdict = entry(path, known.source(), facts);
            SourceFile file = new SourceFile(path, known.source(), verdict.entry());
            files.add(file);
            String place = VisibleText.of(folderName + "/" + path);
            weigh.weigh(place, known.source().error(), known.verdict()).ifPresent(problems::add);
            problems.addAll(check.relativeImports(file));
            problems.addAll(check.hints(file, verdict.hints()));
        });
        problems.addAll(check.settings(files));
        return new FunctionTree(request.functionsDirectory(), folderName, files, listing.resources(), problems);
    }

    private static EntryVerdict entry(String path, Source source, Map<String, CachedSource> facts) {
        if (source.ignored()) {
            return new EntryVerdict(Optional.empty(), List.of());
        }
        SearchPath searchPath = new SearchPath(facts.keySet(), List.of(path));
        return new EntryFinder(module -> searchPath
                        .find(module, path)
                        .flatMap(found -> Optional.ofNullable(facts.get(found.path())))
                        .map(CachedSource::source))
                .find(source);
    }
}
