package io.github.pagesmaven.resolve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small wheels by hand: what a test says of a distribution is all that it has. */
public final class TestWheels {
    private final Path folder;

    public TestWheels(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public Path folder() {
        return folder;
    }

    /** A pure wheel with one module of the distribution's name. */
    public Path pure(String name, String version, String... metadata) throws IOException {
        return write(name, version, "py3-none-any", List.of(name + ".py"), metadata);
    }

    /** A wheel for a tag; {@code metadata} are further lines as {@code Requires-Dist: x}. */
    public Path tagged(String name, String version, String tag, String... metadata) throws IOException {
        return write(name, version, tag, List.of(name + ".py"), metadata);
    }

    public Path write(String name, String version, String tag, List<String> modules, String... metadata)
            throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        modules.forEach(module -> files.put(module, "__version__ = '" + version + "'\n"));
        String info = name + "-" + version + ".dist-info/";
        files.put(
                info + "METADATA",
                "Metadata-Version: 2.1\nName: " + name.replace('_', '-') + "\nVersion: " + version + "\n"
                        + String.join("\n", metadata) + (metadata.length == 0 ? "" : "\n"));
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: " + tag + "\n");
        StringBuilder rows = new StringBuilder();
        files.keySet().forEach(file -> rows.append(file).append(",,\n"));
        files.put(info + "RECORD", rows.append(info).append("RECORD,,\n").toString());
        Path wheel = folder.resolve(name + "-" + version + "-" + tag + ".whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return wheel;
    }
}
