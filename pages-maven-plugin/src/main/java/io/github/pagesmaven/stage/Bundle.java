package io.github.pagesmaven.stage;

import io.github.pagesmaven.install.InstalledDistribution;
import io.github.pagesmaven.install.InstalledFile;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folder that is deployed.
 *
 * @param directory the folder
 * @param own its files but for those of distributions, sorted by path
 * @param packages the distributions
 * @param problems warnings about what was left out
 */
public record Bundle(Path directory, List<BundleEntry> own, InstalledPackages packages, List<Problem> problems) {
    /** The part of the size report that the user's own functions count for. */
    public static final String FUNCTIONS = "your functions";

    /** The part that what the plugin adds counts for. */
    public static final String RUNTIME = "runtime";

    /** The part that the static front end counts for. */
    public static final String ASSETS = "static front end";

    public Bundle {
        own = List.copyOf(own);
        problems = List.copyOf(problems);
    }

    /** The same with bytecode. */
    public Bundle with(List<BundleEntry> added) {
        List<BundleEntry> all = new ArrayList<>(own);
        all.addAll(added);
        all.sort(Comparator.comparing(BundleEntry::path));
        return new Bundle(directory, all, packages, problems);
    }

    /** All its files, sorted by path. */
    public List<BundleEntry> entries() {
        List<BundleEntry> all = packageEntries();
        all.addAll(own);
        all.sort(Comparator.comparing(BundleEntry::path));
        return all;
    }

    /** The files of the distributions. */
    public List<BundleEntry> packageEntries() {
        List<BundleEntry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (InstalledDistribution distribution : packages.distributions()) {
            for (InstalledFile file : distribution.files()) {
                if (known.add(file.path())) {
                    entries.add(entry(distribution, file));
                }
            }
        }
        return entries;
    }

    private BundleEntry entry(InstalledDistribution distribution, InstalledFile file) {
        EntrySource source = file.unmodified()
                ? new EntrySource.InArchive(
                        distribution.wheel().file(), distribution.wheel().sha256(), file.entry())
                : new EntrySource.OnDisk(packages.directory().resolve(file.path()));
        return new BundleEntry(
                StageRequest.PACKAGES + "/" + file.path(),
                source,
                file.executable(),
                distribution.wheel().label());
    }
}
