package io.github.pagesmaven.resolve;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.requirement.Requirements;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is to be resolved, and with what.
 *
 * @param requirements the merged requirements
 * @param target what runs the functions
 * @param projectDirectory where pylock.toml may stand and where pip runs
 * @param workDirectory {@code target/pages}: the last resolution is kept here
 * @param allowSourceBuild whether build code of declared distributions may run
 * @param offline whether nothing may be asked of an index: lock and wheel store have to do
 * @param pluginVersion a new one resolves anew
 * @param environment this process's variables
 * @param interpreter whose pip resolves; asked for only when pip is needed
 * @param store where wheels are kept
 * @param progress told what pip says, line by line, without credentials
 */
public record ResolveRequest(
        Requirements requirements,
        TargetPlatform target,
        Path projectDirectory,
        Path workDirectory,
        boolean allowSourceBuild,
        boolean offline,
        String pluginVersion,
        Map<String, String> environment,
        Supplier<Interpreter> interpreter,
        WheelStore store,
        Consumer<String> progress) {
    /** The name of lock files (PEP 751). */
    public static final String LOCK = "pylock.toml";

    public ResolveRequest {
        environment = Map.copyOf(environment);
    }
}
