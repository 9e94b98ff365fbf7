package io.github.pagesmaven.route;

import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.scan.folder.PathOrder;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Function trees by hand: {@code file} is a handler, {@code file=wsgi} a framework, {@code file=none} a module. */
final class Trees {
    static final Source EMPTY = new Source(null, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);

    private Trees() {}

    static FunctionTree of(String... files) {
        Map<String, String> modes = new TreeMap<>(PathOrder.BY_CODE_POINT);
        Arrays.stream(files).forEach(file -> {
            String[] parts = file.split("=", 2);
            modes.put(parts[0], parts.length == 1 ? "handler" : parts[1]);
        });
        return of(modes);
    }

    static FunctionTree of(Map<String, String> modes) {
        Map<String, String> sorted = new TreeMap<>(PathOrder.BY_CODE_POINT);
        sorted.putAll(modes);
        List<SourceFile> sources = sorted.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), EMPTY, entry(file.getValue())))
                .toList();
        return new FunctionTree(Path.of("cloud-functions"), "cloud-functions", sources, List.of(), List.of());
    }

    static RouteTable table(String... files) {
        return RouteTable.of(of(files));
    }

    private static Optional<Entry> entry(String mode) {
        if (mode.equals("none")) {
            return Optional.empty();
        }
        boolean handler = mode.equals("handler");
        return Optional.of(new Entry(
                Entry.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                handler ? "handler" : "app",
                handler ? Optional.empty() : Optional.of("flask"),
                handler ? List.of("GET", "POST") : List.of(),
                handler ? List.of() : List.of(new InnerRoute("GET", "/users"), new InnerRoute("POST", "/users")),
                3,
                Optional.empty()));
    }
}
