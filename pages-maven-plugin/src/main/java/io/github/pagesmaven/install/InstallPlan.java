package io.github.pagesmaven.install;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All wheels, opened and checked against each other before a file is written. */
final class InstallPlan implements Closeable {
    private record Owner(WheelContent content, WheelFile file) {}

    private final List<WheelContent> contents = new ArrayList<>();
    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, List<String>> clashes = new TreeMap<>();

    private InstallPlan() {}

    /** Opens a wheel. */
    @FunctionalInterface
    interface Opener {
        WheelContent open(Wheel wheel) throws IOException;
    }

    /**
     * Opens all wheels.
     *
     * @throws PagesException when two of them hold one file with different bytes (PAGES-014)
     */
    static InstallPlan of(List<Wheel> wheels, Opener opener) throws IOException {
        InstallPlan plan = new InstallPlan();
        try {
            for (Wheel wheel :
                    wheels.stream().sorted(Comparator.comparing(Wheel::name)).toList()) {
                plan.contents.add(opener.open(wheel));
            }
            for (WheelContent content : plan.doubtful()) {
                plan.add(content);
            }
            plan.findFilesThatAreFolders();
            plan.report();
            return plan;
        } catch (IOException | RuntimeException e) {
            plan.close();
            throw e;
        }
    }

    /**
     * The wheels whose files have to be compared: those that share a name at the top with another, and those of which
     * nobody knows yet whether they can be unpacked.
     */
    private List<WheelContent> doubtful() {
        BitSet doubtful = new BitSet();
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            if (!contents.get(i).isUnpacked()) {
                doubtful.set(i);
            }
            for (String top : tops(contents.get(i).paths())) {
                Integer first = firsts.putIfAbsent(top, i);
                if (first != null) {
                    doubtful.set(first);
                    doubtful.set(i);
                }
            }
        }
        return doubtful.stream().mapToObj(contents::get).toList();
    }

    /** The names at the top. Neighbours mostly have the same. */
    private static Set<String> tops(List<String> paths) {
        Set<String> tops = new HashSet<>();
        String last = "";
        for (String path : paths) {
            if (last.isEmpty() || !path.startsWith(last) || !path.startsWith("/", last.length())) {
                int slash = path.indexOf('/');
                last = slash < 0 ? path : path.substring(0, slash);
                tops.add(last);
            }
        }
        return tops;
    }

    private void add(WheelContent content) throws IOException {
        for (WheelFile file : content.files()) {
            Owner first = owners.putIfAbsent(file.path(), new Owner(content, file));
            if (first == null || same(first, content, file)) {
                continue;
            }
            if (first.content() == content) {
                throw BrokenWheel.because(content.wheel(), "two of its entries are installed as " + file.path());
            }
            clash(first.content(), content, file.path());
        }
    }

    private void clash(WheelContent one, WheelContent other, String path) {
        String pair = one.wheel().label() + " and " + other.wheel().label();
        clashes.computeIfAbsent(pair, key -> new ArrayList<>()).add(path);
    }

    private static boolean same(Owner first, WheelContent content, WheelFile file) throws IOException {
        if (first.file().size() != file.size()) {
            return false;
        }
        try (InputStream one = first.content().content(first.file());
                InputStream other = content.content(file)) {
            return Arrays.equals(one.readAllBytes(), other.readAllBytes());
        }
    }

    private void findFilesThatAreFolders() {
        for (Map.Entry<String, Owner> entry : owners.entrySet()) {
            String path = entry.getKey();
            for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
                Owner file = owners.get(path.substring(0, i));
                if (file != null) {
                    clash(file.content(), entry.getValue().content(), path.substring(0, i));
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

    List<WheelContent> contents() {
        return contents;
    }

    @Override
    public void close() throws IOException {
        for (WheelContent content : contents) {
            content.close();
        }
    }
}
