package io.github.pagesmaven.run;

import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.route.RouteJson;
import io.github.pagesmaven.route.RouteTable;
import io.github.pagesmaven.run.project.BundleSource;
import io.github.pagesmaven.run.project.LiveBundle;
import io.github.pagesmaven.run.project.Project;
import io.github.pagesmaven.run.project.TableRouting;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Source;
import io.github.pagesmaven.source.entry.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A project on disk with a stand-in for the scanner: a file is a handler, or an application where its text says
 * {@code app =} or {@code def app}. Everything behind it is real.
 */
final class TestProject implements BundleSource {
    static final String HANDLER =
            """
            from http.server import BaseHTTPRequestHandler
            class handler(BaseHTTPRequestHandler):
                def do_GET(self):
                    body = %s
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
            """;

    private static final long INSTALLATION_MILLIS = 1000;
    private static final Interpreter PYTHON =
            new Interpreters(System.getenv(), Path.of(".")).require(Optional.empty(), new PythonVersion(3, 11, 0));

    final Path directory;
    private Optional<Path> packages = Optional.empty();
    private List<String> preload = List.of("http.server");
    private volatile List<Problem> problems = List.of();
    private volatile boolean endless;
    private Optional<String> missing = Optional.empty();
    private int unpacked;
    final CountDownLatch loading = new CountDownLatch(1);

    TestProject(Path directory) throws IOException {
        this.directory = directory.toRealPath();
        Files.createDirectories(functions());
    }

    Path functions() {
        return directory.resolve("cloud-functions");
    }

    /** A function that answers with the value of a Python expression, bytes. */
    TestProject answering(String file, String expression) throws IOException {
        return writing(file, HANDLER.formatted(expression));
    }

    TestProject writing(String file, String text) throws IOException {
        return put("cloud-functions/" + file, text);
    }

    TestProject put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
        return this;
    }

    /** Saves as most editors do: a new file takes the old one's place. */
    void replace(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Path other = path.resolveSibling(".new~");
        Files.writeString(other, text);
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    TestProject with(Path installed, String... modules) {
        packages = Optional.of(installed);
        preload = List.of(modules);
        return this;
    }

    /** Whose folder of packages gets a module by the next load, after as long as pip needs: Python waits by then. */
    TestProject missing(String module) {
        missing = Optional.of(module);
        return this;
    }

    private int install() {
        missing.ifPresent(module -> {
            try {
                Thread.sleep(INSTALLATION_MILLIS);
                Path folder = Files.createDirectories(packages.orElseThrow());
                Files.writeString(folder.resolve(module + ".py"), "VALUE = b'installed'\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            unpacked++;
        });
        missing = Optional.empty();
        return unpacked;
    }

    /** Whose server is not installed, for a reason. */
    TestProject lackingItsServer(Problem reason) {
        problems = List.of(reason);
        return this;
    }

    /** From now on a load lasts until it is interrupted, and fails then. */
    void loadUntilInterrupted(Problem reason) {
        problems = List.of(reason);
        endless = true;
    }

    private void awaitInterruption(Problem reason) {
        loading.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw PagesException.error(reason);
        }
    }

    Project project() {
        return new Project(
                "shop",
                "pages test",
                "3.11",
                directory,
                functions(),
                Optional.empty(),
                directory.resolve("target/pages/run"),
                Set.of("__pycache__", "tests"),
                List.of());
    }

    @Override
    public LiveBundle load(boolean again) {
        if (endless) {
            awaitInterruption(problems.get(0));
        }
        RouteTable table =
                RouteTable.of(new FunctionTree(functions(), "cloud-functions", sources(), List.of(), List.of()));
        Interpreter python = PYTHON;
        LiveBundle.Python runs = new LiveBundle.Python(
                python.executable(),
                python.version().toString(),
                packages.orElse(directory.resolve("target/pages/run/packages")),
                "",
                install(),
                Set.of(),
                preload);
        return new LiveBundle(
                new TableRouting(table),
                new String(RouteJson.config(table), StandardCharsets.UTF_8),
                table.routes().isEmpty() || !problems.isEmpty() ? Optional.empty() : Optional.of(runs),
                problems);
    }

    private List<SourceFile> sources() {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(functions())) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".py")).sorted()::iterator) {
                String path = functions().relativize(file).toString();
                sources.add(new SourceFile(path, source(), entry(Files.readString(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static Source source() {
        return new Source(null, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    }

    private static Optional<Entry> entry(String text) {
        if (text.contains("# module")) {
            return Optional.empty();
        }
        Entry.Mode mode = text.contains("async def app")
                ? Entry.Mode.ASGI
                : text.contains("def app(") || text.contains("app =") ? Entry.Mode.AUTO : Entry.Mode.HANDLER;
        boolean handler = mode == Entry.Mode.HANDLER;
        return Optional.of(new Entry(
                mode,
                handler ? "handler" : "app",
                Optional.empty(),
                handler ? List.of("GET", "POST") : List.of(),
                List.of(),
                1,
                Optional.empty()));
    }
}
