package io.github.pagesmaven.run.worker;

import io.github.pagesmaven.json.JsonText;
import io.github.pagesmaven.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that a Python process has to know before it reads the user's code.
 *
 * @param python the interpreter's executable
 * @param launcher the folder that holds {@code pages_dev}
 * @param bundle the folder that holds the bundle's app.py, config.json and runtime
 * @param functions the user's functions, where they are edited
 * @param packages the installed distributions
 * @param installed changes whenever a distribution does, so that no process keeps an old one
 * @param preload modules of the packages and the standard library to import before user code is read
 * @param environment variables beside this process's own
 * @param debugger where debugpy listens, if it does
 */
public record WorkerSetup(
        Path python,
        Path launcher,
        Path bundle,
        Path functions,
        Path packages,
        String installed,
        List<String> preload,
        Map<String, String> environment,
        Optional<Debugger> debugger) {
    /**
     * Lets a debugger attach.
     *
     * @param port where debugpy listens
     * @param tools a folder to import debugpy from, behind the functions' own packages
     */
    public record Debugger(int port, Path tools) {}

    public WorkerSetup {
        preload = List.copyOf(preload);
        environment = Map.copyOf(environment);
    }

    /** Whether a process of this setup may serve the other one, if more slowly. */
    boolean fits(WorkerSetup other) {
        return preloading(List.of()).equals(other.preloading(List.of()));
    }

    private WorkerSetup preloading(List<String> modules) {
        return new WorkerSetup(
                python, launcher, bundle, functions, packages, installed, modules, environment, debugger);
    }

    Command command() {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("PYTHONUTF8", "1");
        variables.put("PYTHONFAULTHANDLER", "1");
        // Libraries may keep their bytecode; the runtime itself writes none for functions.
        variables.put("PYTHONDONTWRITEBYTECODE", "");
        String main = launcher.resolve("pages_dev").resolve("__main__.py").toString();
        List<String> command = new ArrayList<>(List.of(python.toString(), "-s"));
        if (debugger.isPresent()) {
            // Breakpoints in modules that the interpreter holds frozen would be missed; before 3.11 it means nothing.
            command.addAll(List.of("-X", "frozen_modules=off"));
        }
        command.add(main);
        return new Command(command, variables, Optional.of(bundle), "", Optional.empty());
    }

    /** The first line that the process reads. */
    String plan(ReloadMode mode) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("mode", mode.name().toLowerCase(Locale.ROOT));
        plan.put("bundle", bundle.toString());
        plan.put("functions", functions.toString());
        plan.put("packages", packages.toString());
        plan.put("preload", mode == ReloadMode.RESTART ? List.of() : preload);
        debugger.ifPresent(debug -> {
            plan.put("debug", debug.port());
            plan.put("tools", debug.tools().toString());
        });
        return JsonText.line(plan);
    }
}
