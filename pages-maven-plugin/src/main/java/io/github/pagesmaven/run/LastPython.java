package io.github.pagesmaven.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pagesmaven.run.project.LiveBundle;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What ran the functions last time: started at once, it imports the libraries while the sources are read. When they
 * turn out to need something else, it is dropped for that. Kept as properties: Python waits for what reads it to be
 * loaded.
 */
final class LastPython {
    private final Path file;

    LastPython(Path work) {
        this.file = work.resolve("last.properties");
    }

    /** Empty when nothing ran yet, or its interpreter or its packages are gone. */
    Optional<LiveBundle.Python> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties known = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            known.load(in);
            LiveBundle.Python python = new LiveBundle.Python(
                    Path.of(known.getProperty("executable", "")),
                    known.getProperty("version", ""),
                    Path.of(known.getProperty("packages", "")),
                    known.getProperty("installed", ""),
                    0,
                    Set.of(),
                    known.getProperty("preload", "").lines().toList());
            return Optional.of(python).filter(found -> isProgram(found.executable()) && hasPackages(found));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static boolean hasPackages(LiveBundle.Python python) {
        return python.installed().isEmpty() || Files.isDirectory(python.packages());
    }

    void keep(LiveBundle.Python python) throws IOException {
        Properties content = new Properties();
        content.setProperty("executable", python.executable().toString());
        content.setProperty("version", python.version());
        content.setProperty("packages", python.packages().toString());
        content.setProperty("installed", python.installed());
        content.setProperty("preload", String.join("\n", python.preload()));
        StringWriter text = new StringWriter();
        content.store(text, null);
        ServedBundle.write(file, withoutDate(text.toString()).getBytes(UTF_8));
    }

    /** What is the same stays the same. */
    private static String withoutDate(String properties) {
        return properties.substring(properties.indexOf('\n') + 1);
    }
}
