package io.github.pagesmaven.build;

import io.github.pagesmaven.install.WheelCache;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.resolve.Resolution;
import io.github.pagesmaven.resolve.TestWheels;
import io.github.pagesmaven.resolve.lock.Inputs;
import io.github.pagesmaven.resolve.lock.Lock;
import io.github.pagesmaven.resolve.lock.LockFile;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project whose one distribution is locked and in the cache, so that no build of it needs pip. */
final class LockedProject {
    static final String HANDLER =
            """
            from http.server import BaseHTTPRequestHandler
            import shop

            class handler(BaseHTTPRequestHandler):
                def do_GET(self):
                    pass
            """;

    final Path directory;
    final Path cache;
    Map<String, String> importMap = Map.of();
    String architecture = "x86_64";
    private final TestWheels index;

    LockedProject(Path folder) throws IOException {
        directory = Files.createDirectories(folder.resolve("project"));
        cache = folder.resolve("cache");
        index = new TestWheels(folder.resolve("index"));
        write("cloud-functions/hello.py", HANDLER);
        write("requirements.txt", "shop\n");
        lock("1.0", "shop");
    }

    void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    /** Locks a release of the distribution for these requirements. */
    void lock(String version, String... requirements) throws IOException {
        Path wheel = index.pure("shop", version);
        String hash = WheelHash.of(wheel);
        WheelCache.open(cache, directory.resolve("unused"), problem -> {}).add(wheel, hash);
        Pin pin = new Pin(
                "shop",
                version,
                wheel.getFileName().toString(),
                "https://index.example/" + wheel.getFileName(),
                hash,
                Files.size(wheel),
                false,
                "",
                false);
        TargetPlatform target = new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 17);
        Lock lock = new Lock(List.of(pin), target.toString(), new Inputs(List.of(requirements)), "", List.of());
        LockFile.write(directory.resolve("pylock.toml"), lock, target);
    }

    /** All that is known of the project after two goals, or why they failed. */
    String outcome(Path work) {
        Log log = new Log();
        Build build = new Build(request(work), log);
        try {
            Scanned scanned = build.scan();
            Resolved resolved = build.resolve();
            Resolution resolution = resolved.resolution();
            return String.join(
                    "\n",
                    resolved.text(),
                    resolution.basis() + " " + resolution.names() + " " + resolution.notes(),
                    resolution.distributions().toString(),
                    resolved.files().toString(),
                    scanned.routes().report(),
                    scanned.routes().config(),
                    String.join("\n", scanned.routes().lines()),
                    String.join("\n", log.lines));
        } catch (PagesException e) {
            return e.getMessage() + "\n" + String.join("\n", log.lines);
        }
    }

    private BuildRequest request(Path work) {
        return new BuildRequest(
                new BuildRequest.Project("shop", directory, work, work.resolve("shop.zip")),
                new BuildRequest.Functions(directory.resolve("cloud-functions"), List.of(), Optional.empty()),
                new BuildRequest.Target(new PythonVersion(3, 10, 0), architecture, 17),
                new BuildRequest.RequirementOptions(
                        Optional.empty(), "off", false, importMap, true, Optional.of(cache)),
                new BuildRequest.BundleOptions("pages", "off", "off", 128, Optional.empty()),
                "1.0.0");
    }

    /** Collects what a user is told. */
    private static final class Log extends WordedBuildLog {
        private final List<String> lines = new ArrayList<>();

        @Override
        protected void line(String text) {
            lines.add(text);
        }

        @Override
        public void problem(Problem problem) {
            lines.add(problem.toString());
        }

        @Override
        public void document(String text) {
            lines.add(text);
        }

        @Override
        public void detail(String text) {
            // Which interpreter was found is no part of the outcome.
        }
    }
}
