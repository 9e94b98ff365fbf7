package io.github.pagesmaven;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the shape of the code: the packages are a pipeline, data flows one way, files stay small. Sub-packages count
 * as the top package that they stand in, but for circles.
 */
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java/io/github/pagesmaven");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?io\\.github\\.pagesmaven\\.((?:[a-z]+\\.)*[a-z]+)\\.[A-Z]");

    /** What the conveyor runs, and who runs the conveyor. */
    private static final Set<String> STAGES = Set.of(
            "source",
            "scan",
            "route",
            "requirement",
            "resolve",
            "install",
            "stage",
            "zip",
            "platform",
            "python",
            "process");

    private static final Set<String> BUILD_AND_STAGES =
            Stream.concat(Stream.of("build"), STAGES.stream()).collect(toUnmodifiableSet());

    /** What everybody may use. */
    private static final Set<String> LEAVES = Set.of("problem", "json");

    /** Allowed arrows beside the JDK and the leaves; because a reader follows them from left to right. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("source", Set.of()),
            Map.entry("zip", Set.of()),
            Map.entry("platform", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("python", Set.of("process")),
            Map.entry("scan", Set.of("source", "python", "process")),
            Map.entry("route", Set.of("scan", "source")),
            Map.entry("requirement", Set.of("scan", "source")),
            Map.entry("resolve", Set.of("requirement", "python", "process")),
            Map.entry("install", Set.of("resolve", "python", "process")),
            Map.entry("stage", Set.of("source", "scan", "route", "install", "platform", "python", "process")),
            Map.entry("build", STAGES),
            Map.entry("testrun", BUILD_AND_STAGES),
            Map.entry("run", BUILD_AND_STAGES));

    @Test
    void arrowsPointOneWay() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String from = packageOf(file);
            String top = top(from);
            for (String to : imports(file)) {
                boolean allowed = top(to).equals(top)
                        || LEAVES.contains(top(to))
                        || top.equals("mojo")
                        || ARROWS.getOrDefault(top, Set.of()).contains(top(to));
                if (!allowed) {
                    wrong.add(MAIN.relativize(file) + " -> " + to);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageHasItsPlaceInThePipeline() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (Path file : sources()) {
            packages.add(top(packageOf(file)));
        }
        packages.remove("mojo");
        packages.removeAll(ARROWS.keySet());
        assertEquals(Set.of(), packages);
    }

    @Test
    void noPackagesStandInACircle() throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Path file : sources()) {
            Set<String> targets = arrows.computeIfAbsent(packageOf(file), name -> new TreeSet<>());
            targets.addAll(imports(file));
            targets.remove(packageOf(file));
        }
        boolean removed = true;
        while (removed) {
            Set<String> open = arrows.keySet();
            removed = arrows.entrySet()
                    .removeIf(entry -> entry.getValue().stream().noneMatch(open::contains));
        }
        assertEquals(Map.of(), arrows);
    }

    /** Because a file that does not fit a screen or six holds more than one idea. */
    @Test
    void noFileHasMoreThan300Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readAllLines(file).size() > 300) {
                tooLong.add(MAIN.relativize(file).toString());
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** Because a method of more lines hides steps that deserve a name. */
    @Test
    void noMethodHasMoreThan30Lines() throws IOException {
        assertEquals(List.of(), MethodLengths.longerThan(30, MAIN, sources()));
    }

    @Test
    void everyPackageTellsWhatGoesInAndOut() throws IOException {
        Set<Path> without = new TreeSet<>();
        for (Path file : sources()) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.exists(folder.resolve("package-info.java"))) {
                without.add(folder.getFileName());
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void namesSayWhatAClassIs() throws IOException {
        Pattern vague = Pattern.compile(".*(Utils?|Helper|Manager|Impl|Processor|Common)\\.java");
        List<String> found = sources().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> vague.matcher(name).matches())
                .toList();
        assertEquals(List.of(), found);
    }

    /** Because a process that is started elsewhere is ended nowhere. */
    @Test
    void onlyThePackageProcessStartsProcesses() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (!packageOf(file).equals("process")
                    && (text.contains("ProcessBuilder") || text.contains("Runtime.getRuntime().exec"))) {
                found.add(MAIN.relativize(file).toString());
            }
        }
        assertEquals(List.of(), found);
        assertTrue(Files.exists(MAIN.resolve("process")));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String packageOf(Path file) {
        return MAIN.relativize(file.resolveSibling(""))
                .toString()
                .replace('\\', '.')
                .replace('/', '.');
    }

    private static String top(String packageName) {
        return packageName.split("\\.", 2)[0];
    }

    private static Set<String> imports(Path file) throws IOException {
        return IMPORT.matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
