package io.github.pagesmaven.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Lays out the folder that is deployed: what is there and right is left alone, what is missing or differs is written,
 * everything else is deleted. So a run that was interrupted is repaired by the next.
 */
public final class Stager {
    private Stager() {}

    /**
     * Lays out a bundle.
     *
     * @throws PagesException when a function holds a private key (PAGES-023), a file is a link that leaves the folder
     *     (PAGES-028) or the folder cannot be written (PAGES-027)
     */
    public static Bundle stage(StageRequest request) {
        try {
            return new Stager().layOut(request);
        } catch (IOException e) {
            throw PagesException.error(
                    Problem.error(
                            Code.NOT_WRITABLE,
                            request.directory().toString(),
                            "the bundle cannot be laid out: " + e,
                            "free the disk or make the folder writable, then build again"),
                    e);
        }
    }

    private Bundle layOut(StageRequest request) throws IOException {
        FunctionFiles functions = FunctionFiles.of(request);
        StagedFolder folder = new StagedFolder(request.directory());
        List<BundleEntry> entries = new ArrayList<>();
        for (var file : RuntimeFiles.read().entrySet()) {
            entries.add(folder.put(file.getKey(), file.getValue(), Bundle.RUNTIME));
        }
        entries.add(folder.put("config.json", request.config().getBytes(UTF_8), Bundle.RUNTIME));
        entries.add(folder.put("requirements.txt", request.requirements().getBytes(UTF_8), Bundle.RUNTIME));
        for (String file : functions.bundled()) {
            entries.add(folder.copy("functions/" + file, request.functions().resolve(file), Bundle.FUNCTIONS));
        }
        folder.deleteOthers(Set.of(StageRequest.PACKAGES));
        entries.sort(Comparator.comparing(BundleEntry::path));
        return new Bundle(request.directory(), entries, request.packages(), functions.problems());
    }
}
