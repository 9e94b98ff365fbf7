package io.github.pagesmaven.stage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Python that travels in the plugin's jar and goes into every bundle: app.py and the package pages_runtime. */
public final class RuntimeFiles {
    private static final String ROOT = "io/github/pagesmaven/python/";
    private static final String START = "app.py";
    private static final String PACKAGE = "pages_runtime/";

    /** What a bundle gets: several goals of one build ask for it, and a jar does not change while it is open. */
    private static volatile @Nullable SortedMap<String, byte[]> files;

    private RuntimeFiles() {}

    /** The files by path. */
    static SortedMap<String, byte[]> read() throws IOException {
        SortedMap<String, byte[]> known = files;
        if (known == null) {
            known = Collections.unmodifiableSortedMap(read(List.of(PACKAGE)));
            files = known;
        }
        return known;
    }

    /** app.py and the files of some packages, by path; a package's name ends with a slash. */
    public static SortedMap<String, byte[]> read(List<String> packages) throws IOException {
        URL start = RuntimeFiles.class.getClassLoader().getResource(ROOT + START);
        if (start == null) {
            throw new IllegalStateException("the plugin's jar has no " + ROOT + START);
        }
        return start.getProtocol().equals("jar") ? fromJar(start, packages) : fromFolder(start, packages);
    }

    private static SortedMap<String, byte[]> fromJar(URL start, List<String> packages) throws IOException {
        String location = start.getPath().substring(0, start.getPath().indexOf("!/"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(Path.of(URI.create(location)).toFile())) {
            for (var entry :
                    (Iterable<java.util.jar.JarEntry>) () -> jar.entries().asIterator()) {
                if (entry.getName().startsWith(ROOT) && isWanted(entry.getName().substring(ROOT.length()), packages)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(ROOT.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> fromFolder(URL start, List<String> packages) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            Path root = Path.of(start.toURI()).resolveSibling("");
            try (Stream<Path> found = Files.walk(root)) {
                for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    if (isWanted(name, packages)) {
                        files.put(name, Files.readAllBytes(file));
                    }
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private static boolean isWanted(String name, List<String> packages) {
        boolean inside = packages.stream().anyMatch(name::startsWith);
        return name.equals(START) || (inside && !name.endsWith("/") && !name.contains("__pycache__"));
    }
}
