import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.scan.FunctionScanner;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.ScanRequest;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.scan.folder.FolderListing;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.Target;
import io.github.pagesmaven.source.entry.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One measured step in a fresh JVM; bench/scan.py starts it. */
public final class ScanBench {
    private static final Source NOTHING =
            new Source(null, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    private static final Optional<Entry> HANDLER = Optional.of(new Entry(
            Entry.Mode.HANDLER, "handler", Optional.empty(), List.of("GET"), List.of(), 1, Optional.empty()));

    private ScanBench() {}

    /** {@code start}, {@code scan FOLDER STATE MINOR} or {@code routes FOLDER CONFIG}. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "scan" -> scan(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
            case "routes" -> routes(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> {}
        }
    }

    private static void scan(Path folder, Path state, int minor) {
        FunctionTree tree = new FunctionScanner()
                .scan(new ScanRequest(
                        folder, folder, List.of(), new Target(minor), state, Optional::empty, name -> false));
        System.out.println(tree.sources().size());
    }

    /** Prints nanoseconds: listing and building when the JVM is cold, then the medians of many rounds. */
    private static void routes(Path folder, Path config) throws Exception {
        List<Long> listings = new ArrayList<>();
        List<Long> buildings = new ArrayList<>();
        for (int round = 0; round < 31; round++) {
            long begun = System.nanoTime();
            FolderListing listing = FunctionFolder.list(folder, "functions", List.of());
            long listed = System.nanoTime();
            FunctionTree tree = tree(folder, listing);
            long prepared = System.nanoTime();
            RouteTable table = RouteTable.of(tree);
            long built = System.nanoTime();
            listings.add(listed - begun);
            buildings.add(built - prepared);
            Files.write(config, RouteJson.config(table));
        }
        System.out.println(listings.get(0) + " " + buildings.get(0) + " " + median(listings) + " " + median(buildings));
    }

    private static FunctionTree tree(Path folder, FolderListing listing) {
        List<SourceFile> files = listing.sources().stream()
                .map(file -> new SourceFile(file.path(), NOTHING, HANDLER))
                .toList();
        return new FunctionTree(folder, "functions", files, List.of(), List.of());
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
