package io.github.pagesmaven.run.project;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pagesmaven.build.HostBundle;
import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Host;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.scan.ScanRequest;
import io.github.pagesmaven.source.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSourceTest {
    private static final String HANDLER =
            """
            from http.server import BaseHTTPRequestHandler
            class handler(BaseHTTPRequestHandler):
                def do_GET(self): pass
            """;
    private static final Problem UNKNOWN = Problem.error(Code.UNKNOWN_IMPORT, "", "unknown", "declare it");

    @TempDir
    Path project;

    private Path functions;
    private Optional<InstalledPackages> packages = Optional.empty();
    private List<Problem> problems = List.of();

    @BeforeEach
    void writeAFunction() throws IOException {
        functions = Files.createDirectory(project.resolve("cloud-functions"));
        Files.writeString(functions.resolve("hello.py"), HANDLER);
    }

    @Test
    void whatIsInstalledStaysInUseWhileTheRequirementsCannotBeSatisfied() throws IOException {
        ProjectSource source = source();
        packages = Optional.of(install());
        LiveBundle.Python first = source.load(false).python().orElseThrow();
        assertEquals(Set.of("shop 1.0"), first.distributions());
        packages = Optional.empty();
        problems = List.of(UNKNOWN);
        Files.writeString(functions.resolve("hello.py"), "import nothing_like_it\n" + HANDLER);
        LiveBundle broken = source.load(false);
        assertEquals(List.of(UNKNOWN), broken.problems());
        assertEquals(first.distributions(), broken.python().orElseThrow().distributions());
        assertEquals(first.installed(), broken.python().orElseThrow().installed());
    }

    @Test
    void whatIsUnpackedRenewsAndWhatStandsDoesNot() throws IOException {
        packages = Optional.of(install());
        ProjectSource source = source();
        assertEquals(1, source.load(false).python().orElseThrow().unpacked());
        assertEquals(1, source.load(false).python().orElseThrow().unpacked());
        packages = Optional.of(install());
        assertEquals(0, source().load(false).python().orElseThrow().unpacked());
    }

    @Test
    void whatCouldNotBeInstalledIsTriedAgainWhenItIsAskedFor() throws IOException {
        problems = List.of(UNKNOWN);
        ProjectSource source = source();
        source.load(false);
        packages = Optional.of(install());
        problems = List.of();
        assertEquals(List.of(UNKNOWN), source.load(false).problems());
        LiveBundle mended = source.load(true);
        assertEquals(List.of(), mended.problems());
        assertEquals(Set.of("shop 1.0"), mended.python().orElseThrow().distributions());
        packages = Optional.empty();
        assertEquals(mended.python(), source.load(true).python());
    }

    @Test
    void anApplicationWhoseServerIsNotInstalledIsNotStarted() throws IOException {
        Files.writeString(functions.resolve("shop.py"), "async def app(scope, receive, send): pass\n");
        problems = List.of(UNKNOWN);
        LiveBundle broken = source().load(false);
        assertEquals(Optional.empty(), broken.python());
        assertEquals(List.of(UNKNOWN), broken.problems());
        packages = Optional.of(install());
        problems = List.of();
        assertEquals(
                Set.of("shop 1.0"), source().load(false).python().orElseThrow().distributions());
    }

    @Test
    void handlersAreServedWithoutTheirRequirements() throws IOException {
        problems = List.of(UNKNOWN);
        assertEquals(Set.of(), source().load(false).python().orElseThrow().distributions());
    }

    private ProjectSource source() {
        Target target = new Target(10);
        ScanRequest scan = new ScanRequest(
                project,
                functions,
                List.of(),
                target,
                project.resolve("target"),
                Optional::empty,
                name -> name.equals("http"));
        return new ProjectSource(
                scan,
                project,
                tree -> new HostBundle(Optional.of(python()), project.resolve("packages"), packages, problems));
    }

    private InstalledPackages install() throws IOException {
        return Installer.install(new InstallRequest(
                List.of(wheel("shop", "1.0").file("shop.py", "").in(project)),
                project.resolve("packages"),
                project.resolve("packages.index"),
                false,
                (name, done, total) -> {}));
    }

    private static Interpreter python() {
        return new Interpreter(
                Path.of("python3"),
                new PythonVersion(3, 10, 1),
                "cpython",
                Optional.empty(),
                new Host("linux", "x86_64", 36));
    }
}
