package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a folder hold exactly the files of the given distributions: what stands there unchanged is kept, what is new is
 * unpacked, everything else is deleted. An installation that was interrupted is begun anew by the next.
 */
public final class Installer {
    private Installer() {}

    /**
     * Installs.
     *
     * @throws PagesException when two distributions clash (PAGES-014), a wheel is broken (PAGES-050) or the folder
     *     cannot be written (PAGES-027)
     */
    public static InstalledPackages install(InstallRequest request) {
        try {
            return reuse(request);
        } catch (IOException e) {
            throw failed(request, e);
        }
    }

    private static PagesException failed(InstallRequest request, IOException e) {
        return PagesException.error(
                Problem.error(
                        Code.NOT_WRITABLE,
                        request.packages().toString(),
                        "the packages cannot be installed: " + e,
                        "free the disk or make the folder writable, then build again"),
                e);
    }

    /**
     * What stands there from an earlier installation of just these wheels, without a look at each file: enough for
     * whoever takes the files from the wheels.
     */
    public static Optional<InstalledPackages> standing(InstallRequest request) {
        String identity = PackagesIndex.identity(request.slim(), request.wheels());
        try {
            if (!Files.isDirectory(request.packages())
                    || !PackagesIndex.tells(request.index(), identity, request.packages())) {
                return Optional.empty();
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.of(asBefore(request));
    }

    private static InstalledPackages asBefore(InstallRequest request) {
        String identity = PackagesIndex.identity(request.slim(), request.wheels());
        return new InstalledPackages(request.packages(), identity, 0, () -> known(request));
    }

    private static List<InstalledDistribution> known(InstallRequest request) {
        try {
            PackagesIndex index = PackagesIndex.read(request.index())
                    .orElseThrow(() -> new IOException(request.index() + " was changed during the build"));
            return inPlace(index.distributions(), request.wheels());
        } catch (IOException e) {
            throw failed(request, e);
        }
    }

    private static InstalledPackages packages(
            InstallRequest request, List<InstalledDistribution> distributions, int unpacked) {
        String identity = PackagesIndex.identity(request.slim(), request.wheels());
        return new InstalledPackages(request.packages(), identity, unpacked, () -> distributions);
    }

    private static InstalledPackages reuse(InstallRequest request) throws IOException {
        if (isUntouched(request)) {
            return asBefore(request);
        }
        Optional<PackagesIndex> index =
                PackagesIndex.read(request.index()).filter(last -> last.slim() == request.slim());
        if (index.isEmpty()) {
            forget(request);
            Folder.delete(request.packages());
        }
        List<InstalledDistribution> standing =
                index.map(PackagesIndex::distributions).orElse(List.of());
        Map<String, InstalledDistribution> wanted = wantedAmong(standing, request.wheels());
        Map<String, InstalledFile> files = PackagesIndex.files(wanted.values());
        boolean same =
                index.isPresent() && wanted.size() == request.wheels().size() && standing.size() == wanted.size();
        TreeCheck tree = TreeCheck.of(request.packages(), files, request.bytecode());
        if (same && tree.isWhole()) {
            remember(request, standing);
            return packages(request, inPlace(standing, request.wheels()), 0);
        }
        return install(request, wanted, tree);
    }

    private static Map<String, InstalledDistribution> wantedAmong(
            List<InstalledDistribution> standing, List<Wheel> wheels) {
        Map<String, InstalledDistribution> wanted = new HashMap<>();
        for (InstalledDistribution one : standing) {
            boolean same = wheels.stream()
                    .anyMatch(wheel -> wheel.name().equals(one.wheel().name())
                            && wheel.sha256().equals(one.wheel().sha256()));
            if (same) {
                wanted.put(one.wheel().name(), one);
            }
        }
        return wanted;
    }

    /** The wheels may lie elsewhere than at the time of installation. */
    private static List<InstalledDistribution> inPlace(List<InstalledDistribution> standing, List<Wheel> wheels) {
        Map<String, Wheel> byName = new HashMap<>();
        wheels.forEach(wheel -> byName.put(wheel.name(), wheel));
        return standing.stream()
                .map(one -> new InstalledDistribution(
                        byName.getOrDefault(one.wheel().name(), one.wheel()), one.files(), one.leftOut()))
                .toList();
    }

    private static InstalledPackages install(
            InstallRequest request, Map<String, InstalledDistribution> standing, TreeCheck tree) throws IOException {
        try (Placement placement = new Placement(request, standing, tree);
                InstallPlan plan = InstallPlan.of(request.wheels(), placement::open)) {
            forget(request);
            for (Path foreign : tree.foreign()) {
                Folder.delete(foreign);
            }
            Files.createDirectories(request.packages());
            List<InstalledDistribution> installed = new ArrayList<>();
            for (WheelContent content : plan.contents()) {
                installed.add(placement.put(content));
            }
            remember(request, installed);
            return packages(request, installed, placement.missing());
        }
    }

    private static void remember(InstallRequest request, List<InstalledDistribution> installed) throws IOException {
        new PackagesIndex(request.slim(), installed, request.bytecode()).write(request.index());
        StandingTree.remember(
                times(request),
                identity(request),
                request.packages(),
                PackagesIndex.files(installed).values());
    }

    private static void forget(InstallRequest request) throws IOException {
        Files.deleteIfExists(times(request));
        Files.deleteIfExists(request.index());
    }

    /** Whether the folder was finished for just this request, and is as it was then, file by file. */
    private static boolean isUntouched(InstallRequest request) {
        try {
            String identity = PackagesIndex.identity(request.slim(), request.wheels());
            return PackagesIndex.tells(request.index(), identity, request.packages())
                    && StandingTree.holds(times(request), identity(request), request.packages());
        } catch (IOException | IndexOutOfBoundsException none) {
            return false;
        }
    }

    private static String identity(InstallRequest request) {
        return request.bytecode() + " " + PackagesIndex.identity(request.slim(), request.wheels());
    }

    private static Path times(InstallRequest request) {
        return request.index().resolveSibling(request.index().getFileName() + ".times");
    }
}
