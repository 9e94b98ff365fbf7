package io.github.pagesmaven.resolve.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void constraintsOfPipCountWithTheirContent() throws IOException {
        Files.writeString(
                folder.resolve("pip.conf"), "[install]\nconstraint = one.txt\n    two.txt\n[global]\nretries = 0\n");
        for (String name : List.of("named.txt", "one.txt", "two.txt")) {
            Files.writeString(folder.resolve(name), "shop<2");
            String before = fingerprint();
            assertEquals(before, fingerprint());
            Files.writeString(folder.resolve(name), "shop<3");
            assertNotEquals(before, fingerprint(), name);
        }
    }

    private String fingerprint() {
        Map<String, String> environment = Map.of(
                "PIP_CONSTRAINT",
                "named.txt",
                "PIP_CONFIG_FILE",
                folder.resolve("pip.conf").toString());
        return Settings.fingerprint(Optional.empty(), environment, folder, List.of());
    }
}
