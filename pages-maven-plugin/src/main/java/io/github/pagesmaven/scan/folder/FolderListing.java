package io.github.pagesmaven.scan.folder;

import io.github.pagesmaven.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the functions directory, less what is excluded.
 *
 * @param files sorted by path
 * @param problems links that lead out, names that cannot be read
 */
public record FolderListing(List<FoundFile> files, List<Problem> problems) {
    public FolderListing {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** The Python files. */
    public List<FoundFile> sources() {
        List<FoundFile> sources = new ArrayList<>();
        for (FoundFile file : files) {
            if (file.isSource()) {
                sources.add(file);
            }
        }
        return sources;
    }

    /** The paths of all other files. */
    public List<String> resources() {
        List<String> resources = new ArrayList<>();
        for (FoundFile file : files) {
            if (!file.isSource()) {
                resources.add(file.path());
            }
        }
        return resources;
    }
}
