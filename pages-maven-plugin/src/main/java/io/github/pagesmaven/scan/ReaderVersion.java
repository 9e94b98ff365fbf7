package io.github.pagesmaven.scan;

import io.github.pagesmaven.source.SourceReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.concurrent.TimeUnit;

/** Tells one build of the plugin from another, so that facts that an older reader has found do not count. */
public final class ReaderVersion {
    private ReaderVersion() {}

    /** Size and time of the plugin's jar; the same for classes that stand in a folder. */
    public static String text() {
        CodeSource code = SourceReader.class.getProtectionDomain().getCodeSource();
        if (code == null) {
            return "unknown";
        }
        try {
            Path place = Path.of(code.getLocation().toURI());
            return Files.size(place) + "-" + Files.getLastModifiedTime(place).to(TimeUnit.NANOSECONDS);
        } catch (IOException | URISyntaxException | IllegalArgumentException notAFile) {
            return code.getLocation().toString();
        }
    }
}
