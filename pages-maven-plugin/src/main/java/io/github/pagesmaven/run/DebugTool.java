package io.github.pagesmaven.run;

import io.github.pagesmaven.build.PipFolder;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.project.LiveBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The debugger's Python side, in a folder of its own: neither the functions nor the bundle have it. */
final class DebugTool {
    private static final String NAME = "debugpy";

    private final Path folder;
    private final RunListener listener;

    DebugTool(Path work, RunListener listener) {
        this.folder = work.resolve("tools").resolve(NAME);
        this.listener = listener;
    }

    /** The folder to import it from; it is installed when the functions do not bring it themselves. */
    Path ready(LiveBundle.Python python) {
        if (!Files.isDirectory(python.packages().resolve(NAME))) {
            String state = python.executable() + " " + python.version();
            new PipFolder(python.executable(), folder.getRoot(), folder)
                    .install(NAME, List.of(NAME), state, () -> listener.note("installing debugpy for the debugger"));
        }
        return folder;
    }
}
