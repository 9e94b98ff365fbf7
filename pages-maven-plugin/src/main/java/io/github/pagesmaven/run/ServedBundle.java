package io.github.pagesmaven.run;

import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.project.LiveBundle;
import io.github.pagesmaven.run.worker.WorkerSetup;
import io.github.pagesmaven.stage.RuntimeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The folder that workers are started from: the bundle's own app.py, runtime and config.json, and the launcher. */
final class ServedBundle {
    private final Path work;
    private final Path functions;
    private final Optional<Integer> debugPort;
    private final DebugTool debugTool;

    ServedBundle(Path work, Path functions, Optional<Integer> debugPort, RunListener listener) {
        this.work = work.toAbsolutePath().normalize();
        this.functions = functions.toAbsolutePath().normalize();
        this.debugPort = debugPort;
        this.debugTool = new DebugTool(this.work, listener);
    }

    /** Writes what travels in the plugin's jar. */
    void unpack() throws IOException {
        for (Map.Entry<String, byte[]> file :
                RuntimeFiles.read(List.of("pages_runtime/", "pages_dev/")).entrySet()) {
            boolean launcher = file.getKey().startsWith("pages_dev/");
            write((launcher ? launcher() : bundle()).resolve(file.getKey()), file.getValue());
        }
    }

    /** Writes the route table that workers walk. */
    void configure(LiveBundle live) throws IOException {
        write(bundle().resolve("config.json"), live.config().getBytes(StandardCharsets.UTF_8));
    }

    /** Written only when it differs, and never seen half. */
    static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    WorkerSetup setup(LiveBundle.Python python, Map<String, String> environment) {
        return new WorkerSetup(
                python.executable(),
                launcher(),
                bundle(),
                functions,
                python.packages().toAbsolutePath().normalize(),
                python.unpacked() + "\n" + python.installed(),
                python.preload(),
                environment,
                debugPort.map(port -> new WorkerSetup.Debugger(port, debugTool.ready(python))));
    }

    /** The command that runs another one and ends it when this process ends. */
    List<String> guard(LiveBundle.Python python) {
        String main = launcher().resolve("pages_dev").resolve("__main__.py").toString();
        return List.of(python.executable().toString(), "-s", main);
    }

    private Path bundle() {
        return work.resolve("bundle");
    }

    private Path launcher() {
        return work.resolve("launcher");
    }
}
