package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.requirement.StandardLibrary;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.run.DevServer;
import io.github.pagesmaven.run.RunSettings;
import io.github.pagesmaven.run.console.JsonConsole;
import io.github.pagesmaven.run.console.LaterListener;
import io.github.pagesmaven.run.console.LogFormat;
import io.github.pagesmaven.run.console.PrettyConsole;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.console.Style;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.project.ProjectSource;
import io.github.pagesmaven.scan.ScanRequest;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import io.github.pagesmaven.source.Target;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** One run of pages:run: from the first scan to the developer's q, Ctrl-C or interrupt. */
final class RunSession {
    private final BuildRequest request;
    private final Build build;
    private final RunSettings settings;
    private final Log log;

    RunSession(BuildRequest request, Build build, RunSettings settings, Log log) {
        this.request = request;
        this.build = build;
        this.settings = settings;
        this.log = log;
    }

    /** Serves until the developer ends it. */
    void serve() {
        LaterListener listener = new LaterListener(listener());
        DevServer server = new DevServer(project(), settings, source(), listener);
        Thread hook = new Thread(server::close, "pages-run-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.start();
            server.await();
        } catch (InterruptedException e) {
            // An IDE or a daemon ends a goal by interrupting it.
            Thread.currentThread().interrupt();
        } finally {
            server.close();
            listener.close();
            removeHook(hook);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it closes the server itself.
        }
    }

    private Project project() {
        return new Project(
                request.project().name(),
                "pages " + request.pluginVersion(),
                request.target().python().majorMinor(),
                request.project().directory(),
                request.functions().directory(),
                request.functions().staticDirectory(),
                work(),
                FunctionFolder.EXCLUDED,
                requirementFiles());
    }

    private List<Path> requirementFiles() {
        return RequirementsFileReader.find(
                        request.functions().directory(), request.project().directory(), System.getenv())
                .map(RequirementsFile::files)
                .orElse(List.of());
    }

    private Path work() {
        return request.project().work().resolve("run");
    }

    private ProjectSource source() {
        int minor = request.target().python().minor();
        ScanRequest scan = new ScanRequest(
                request.project().directory(),
                request.functions().directory(),
                request.functions().excludes(),
                new Target(minor),
                work(),
                Optional::empty,
                name -> StandardLibrary.contains(name, minor));
        return new ProjectSource(scan, request.project().directory(), build::host);
    }

    private RunListener listener() {
        Consumer<String> important = System.out::println;
        Consumer<String> usual = log.isInfoEnabled() ? important : line -> {};
        if (settings.log() == LogFormat.JSON) {
            return new JsonConsole(important, log::debug);
        }
        boolean unicode = Charset.defaultCharset().name().startsWith("UTF-");
        Style style = new Style(settings.color(), unicode);
        return new PrettyConsole(usual, important, style, settings.commands(), log::debug);
    }
}
