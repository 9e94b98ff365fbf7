package io.github.pagesmaven.stage;

import io.github.pagesmaven.install.InstalledPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A bundle to lay out.
 *
 * @param directory the folder to lay it out in; all that is in it belongs to the stager
 * @param functions the folder with the user's functions
 * @param files what of that folder is bundled, as paths below it, segments separated by {@code /}
 * @param requirementFiles those of these paths that are requirement files, which are left out
 * @param config content of config.json
 * @param requirements content of requirements.txt
 * @param packages the installed distributions, in {@code packages/} of the directory
 */
public record StageRequest(
        Path directory,
        Path functions,
        List<String> files,
        Set<String> requirementFiles,
        String config,
        String requirements,
        InstalledPackages packages) {
    /** The folder of packages in a bundle. */
    public static final String PACKAGES = "packages";

    public StageRequest {
        files = List.copyOf(files);
        requirementFiles = Set.copyOf(requirementFiles);
    }
}
