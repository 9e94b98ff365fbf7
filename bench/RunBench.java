import io.github.pagesmaven.build.Build;
import io.github.pagesmaven.build.BuildLog;
import io.github.pagesmaven.build.BuildRequest;
import io.github.pagesmaven.build.WordedBuildLog;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.requirement.StandardLibrary;
import io.github.pagesmaven.run.DevServer;
import io.github.pagesmaven.run.RunSettings;
import io.github.pagesmaven.run.console.LaterListener;
import io.github.pagesmaven.run.console.PrettyConsole;
import io.github.pagesmaven.run.console.Style;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.project.ProjectSource;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import io.github.pagesmaven.scan.ScanRequest;
import io.github.pagesmaven.scan.folder.FunctionFolder;
import io.github.pagesmaven.source.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves a folder as pages:run does, without Maven: folder, Python minor version, reload mode. Prints its port. */
final class RunBench {
    private RunBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toRealPath();
        int minor = Integer.parseInt(arguments[1]);
        Path functions = folder.resolve("cloud-functions");
        Path work = folder.resolve("target/pages");
        BuildRequest request = new BuildRequest(
                new BuildRequest.Project("bench", folder, work, folder.resolve("target/bench.zip")),
                new BuildRequest.Functions(functions, List.of(), Optional.empty()),
                new BuildRequest.Target(new PythonVersion(3, minor, 0), "x86_64", 17),
                new BuildRequest.RequirementOptions(Optional.empty(), "auto", false, Map.of(), false, Optional.empty()),
                new BuildRequest.BundleOptions("pages", "auto", "off", 128, Optional.empty()),
                "bench");
        ScanRequest scan = new ScanRequest(
                folder,
                functions,
                List.of(),
                new Target(minor),
                work.resolve("run"),
                Optional::empty,
                name -> StandardLibrary.contains(name, minor));
        Project project = new Project(
                "bench", "pages", "3." + minor, folder, functions, Optional.empty(), work.resolve("run"), FunctionFolder.EXCLUDED, List.of());
        Build build = new Build(request, log());
        DevServer server = new DevServer(
                project,
                settings(ReloadMode.valueOf(arguments[2])),
                new ProjectSource(scan, folder, build::host),
                new LaterListener(new PrettyConsole(line -> {}, System.err::println, Style.PLAIN, false, line -> {})));
        server.start();
        System.out.println(server.port());
        server.await();
    }

    private static RunSettings settings(ReloadMode mode) {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                Optional.of(0),
                usual.host(),
                usual.log(),
                false,
                usual.limits(),
                mode,
                WatchMode.AUTO,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                false);
    }

    private static BuildLog log() {
        return new WordedBuildLog() {
            @Override
            protected void line(String text) {
                System.err.println(text);
            }

            @Override
            public void document(String text) {
                System.err.println(text);
            }

            @Override
            public void problem(Problem problem) {
                System.err.println(problem.text());
            }

            @Override
            public void detail(String text) {}
        };
    }
}
