package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All wheels, opened and checked against each other before a file is written. */
final class InstallPlan implements Closeable {
    private record Owner(WheelArchive archive, WheelFile file) {}

    private final List<WheelArchive> archives = new ArrayList<>();
    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, List<String>> clashes = new TreeMap<>();

    private InstallPlan() {}

    /**
     * Opens all wheels.
     *
     * @throws PagesException when two of them hold one file with different bytes (PAGES-014)
     */
    static InstallPlan of(List<Wheel> wheels) throws IOException {
        InstallPlan plan = new InstallPlan();
        try {
            for (Wheel wheel :
                    wheels.stream().sorted(Comparator.comparing(Wheel::name)).toList()) {
                plan.add(WheelArchive.open(wheel));
            }
            plan.findFilesThatAreFolders();
            plan.report();
            return plan;
        } catch (IOException | RuntimeException e) {
            plan.close();
            throw e;
        }
    }

    private void add(WheelArchive archive) throws IOException {
        archives.add(archive);
        for (WheelFile file : archive.files()) {
            Owner first = owners.putIfAbsent(file.path(), new Owner(archive, file));
            if (first == null || same(first, archive, file)) {
                continue;
            }
            if (first.archive() == archive) {
                throw BrokenWheel.because(archive.wheel(), "two of its entries are installed as " + file.path());
            }
            clash(first.archive(), archive, file.path());
        }
    }

    private void clash(WheelArchive one, WheelArchive other, String path) {
        String pair = one.wheel().label() + " and " + other.wheel().label();
        clashes.computeIfAbsent(pair, key -> new ArrayList<>()).add(path);
    }

    private static boolean same(Owner first, WheelArchive archive, WheelFile file) throws IOException {
        if (first.file().size() != file.size()) {
            return false;
        }
        try (InputStream one = first.archive().content(first.file());
                InputStream other = archive.content(file)) {
            return Arrays.equals(one.readAllBytes(), other.readAllBytes());
        }
    }

    private void findFilesThatAreFolders() {
        for (Map.Entry<String, Owner> entry : owners.entrySet()) {
            String path = entry.getKey();
            for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
                Owner file = owners.get(path.substring(0, i));
                if (file != null) {
                    clash(file.archive(), entry.getValue().archive(), path.substring(0, i));
                }
            }
        }
    }

    private void report() {
        List<Problem> problems = new ArrayList<>();
        clashes.forEach((pair, paths) -> problems.add(Problem.error(
                Code.FILE_CLASH,
                "",
                pair + " hold " + (paths.size() == 1 ? "a file" : paths.size() + " files")
                        + " of the same name with different content",
                "require only one of them, or versions of them that go together",
                paths.stream().sorted().distinct().limit(10).toArray(String[]::new))));
        if (!problems.isEmpty()) {
            throw PagesException.failure(problems);
        }
    }

    List<WheelArchive> archives() {
        return archives;
    }

    @Override
    public void close() throws IOException {
        for (WheelArchive archive : archives) {
            archive.close();
        }
    }
}
