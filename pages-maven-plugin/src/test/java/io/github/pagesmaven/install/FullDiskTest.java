package io.github.pagesmaven.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.zip.BundleZip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {
    /** In blocks of 512 or 1024 bytes, as the shell counts them. */
    private static final int LIMIT = 400;

    private static final int SIZE = 1 << 20;

    private final Path folder;

    FullDiskTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatCannotBeWrittenWholeIsNotThereAndTheNextBuildGoesOn() throws Exception {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(SIZE, ' ', '~').forEach(c -> noise.append((char) c));
        Wheel wheel = WheelBuilder.wheel("shop", "1.0")
                .file("shop/data.txt", noise.toString())
                .in(folder.resolve("wheels"));
        Files.writeString(folder.resolve("out.zip"), "the zip of before");
        assertEquals(List.of("IOException", "PAGES-027", "PAGES-027"), limited(wheel));
        assertEquals("the zip of before", Files.readString(folder.resolve("out.zip")));
        assertEquals(List.of(), leftOver());

        InstallRequest request = FullDisk.request(folder, wheel);
        Installer.install(request);
        assertEquals(noise.toString(), Files.readString(request.packages().resolve("shop/data.txt")));
        assertTrue(BundleZip.write(FullDisk.zip(folder, wheel.file())).rewritten());
    }

    private List<String> limited(Wheel wheel) throws Exception {
        List<String> command = List.of(
                "sh",
                "-c",
                "ulimit -f " + LIMIT + " && exec \"$0\" -XX:-UsePerfData -cp \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                folder.toString(),
                wheel.file().toString(),
                wheel.sha256());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return said.lines().toList();
    }

    /** Unfinished files, and an index that would call the folder whole. */
    private List<String> leftOver() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".part")
                            || file.endsWith("packages.index")
                            || file.endsWith("zip.state")
                            || file.startsWith("cache/wheels")
                            || file.startsWith("cache/unpacked"))
                    .sorted()
                    .toList();
        }
    }
}
