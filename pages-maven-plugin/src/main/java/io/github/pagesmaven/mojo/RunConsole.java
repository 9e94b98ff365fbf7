package io.github.pagesmaven.mojo;

import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.requirement.file.RequirementsFileReader;
import io.github.pagesmaven.run.DevServer;
import io.github.pagesmaven.run.console.JsonConsole;
import io.github.pagesmaven.run.console.Letters;
import io.github.pagesmaven.run.console.PrettyConsole;
import io.github.pagesmaven.run.console.RunListener;
import io.github.pagesmaven.run.console.Style;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** The developer's terminal while {@code pages:run} serves: lines without Maven's own prefixes, and letters. */
final class RunConsole {
    private final Log log;
    private final boolean json;
    private final String wish;

    /** @param wish Maven's own property style.color */
    RunConsole(Log log, boolean json, String wish) {
        this.log = log;
        this.json = json;
        this.wish = wish;
    }

    /** Colours only where a terminal shows them, and nobody has said no: -B, -Dstyle.color=never, NO_COLOR. */
    Style style(boolean interactive) {
        boolean refused = wish.equals("never") || System.getenv("NO_COLOR") != null;
        boolean color = !json && interactive && !refused && isTerminal();
        return new Style(color, Charset.defaultCharset().equals(StandardCharsets.UTF_8));
    }

    /** From Java 22 on there is a console without a terminal, too, and it says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    RunListener listener(boolean letters) {
        Consumer<String> out = line -> {
            if (log.isInfoEnabled()) {
                System.out.println(line);
            }
        };
        return json ? new JsonConsole(out, log::debug) : new PrettyConsole(out, style(letters), letters, log::debug);
    }

    /** What is served, and which files beside the functions are looked at. */
    static Project project(BuildRequest request) {
        BuildRequest.Project project = request.project();
        List<Path> inputs = new ArrayList<>(List.of(project.directory().resolve(PagesYaml.FILE)));
        RequirementsFileReader.find(request.functions().directory(), project.directory(), System.getenv())
                .map(RequirementsFile::files)
                .ifPresent(inputs::addAll);
        return new Project(
                project.name(),
                project.directory(),
                request.functions().directory(),
                request.functions().staticDirectory(),
                project.work().resolve("run"),
                FunctionFolder.EXCLUDED,
                inputs);
    }

    /** Obeys r, l, c and q. */
    void obey(DevServer server) {
        Letters.listen(
                System.in,
                Map.of(
                        "r",
                        server::reload,
                        "l",
                        () -> server.routes().forEach(System.out::println),
                        "c",
                        () -> System.out.print("\n".repeat(40)),
                        "q",
                        server::quit));
    }
}
