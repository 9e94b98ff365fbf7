package io.github.pagesmaven.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.Host;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.resolve.Resolution.Basis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ResolverFailuresTest {
    /** Builds as setuptools does (PEP 517), but without waiting for setuptools to be installed for each build. */
    private static final String BACKEND =
            """
            import zipfile

            def build_wheel(folder, settings=None, metadata=None):
                name = "mylib-1.0-py3-none-any.whl"
                with zipfile.ZipFile(folder + "/" + name, "w") as wheel:
                    wheel.write("mylib.py")
                    info = "mylib-1.0.dist-info/"
                    wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: mylib\\nVersion: 1.0\\n")
                    wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
                    wheel.writestr(info + "RECORD", "")
                return name
            """;

    private ResolverBench bench;

    @BeforeEach
    void makeBench(@TempDir Path folder) throws IOException {
        bench = new ResolverBench(folder);
    }

    private static List<Problem> problems(Executable work) {
        return assertThrows(PagesException.class, work).problems();
    }

    private static List<String> first(List<Problem> problems) {
        return problems.stream().map(problem -> problem.lines().get(0)).toList();
    }

    @Test
    void everyDistributionAtFaultIsNamedAtOnce() throws IOException {
        bench.index.tagged("shop", "1.0", "cp312-cp312-win_amd64");
        bench.index.pure("cart", "1.0");
        bench.declare("shop", "cart>=3", "unheard-of");
        assertEquals(
                List.of(
                        "PAGES-012 requirements.txt:3  no wheel of 'shop' fits " + bench.target,
                        "PAGES-011 requirements.txt:5  there is no distribution 'unheard-of' where pip looks"),
                first(problems(bench::resolve)));
        bench.declare("cart>=3");
        List<Problem> version = problems(bench::resolve);
        assertEquals(List.of("PAGES-011 requirements.txt:3  no release fits 'cart>=3'"), first(version));
        assertEquals(List.of("the newest that fits is 1.0"), version.get(0).details());
    }

    @Test
    void aPinWithoutAWheelSaysWhichVersionHasOne() throws IOException {
        bench.index.tagged("shop", "2.0", "cp310-cp310-manylinux_2_34_x86_64");
        bench.index.pure("shop", "1.0");
        bench.declare("shop==2.0");
        List<Problem> problems = problems(bench::resolve);
        assertEquals(Code.NO_WHEEL, problems.get(0).code());
        assertEquals(
                List.of("2.0 has wheels for:", "  manylinux_2_34_x86_64: cp310", "the newest that fits is 1.0"),
                problems.get(0).details());
    }

    @Test
    void aTransitiveOneWithoutAWheelNamesItsParent() throws IOException {
        bench.index.pure("shop", "1.0", "Requires-Dist: core");
        bench.index.tagged("core", "1.0", "cp311-cp311-manylinux_2_17_x86_64");
        bench.declare("shop");
        assertEquals(
                List.of("PAGES-012 requirements.txt:3  no wheel of 'core', which shop 1.0 needs, fits " + bench.target),
                first(problems(bench::resolve)));
    }

    @Test
    void anIndexThatDoesNotAnswerIsNamedByPip() throws IOException {
        Files.write(
                bench.project.resolve("requirements.txt"),
                List.of("--index-url http://u:secret@127.0.0.1:9/simple", "shop-nobody-has"));
        List<Problem> problems = problems(bench::resolve);
        assertEquals(
                List.of("PAGES-011 requirements.txt:2  there is no distribution 'shop-nobody-has' where pip looks"),
                first(problems));
        assertTrue(
                problems.get(0)
                        .details()
                        .get(0)
                        .startsWith("no answer from http://127.0.0.1:9/simple/shop-nobody-has/"),
                problems::toString);
        assertFalse(problems.toString().contains("secret"));
    }

    @Test
    void aWheelOfTheProjectIsLockedByItsPath() throws IOException {
        Path wheels = Files.createDirectories(bench.project.resolve("wheels"));
        new TestWheels(wheels).pure("shop", "1.0");
        bench.declare("./wheels/shop-1.0-py3-none-any.whl");
        Resolver.lock(bench.request());
        String lock = Files.readString(bench.project.resolve("pylock.toml"));
        assertTrue(lock.contains("path = 'wheels/shop-1.0-py3-none-any.whl'"), lock);
        bench.store.clear();
        assertEquals(Basis.LOCK, bench.resolve().basis());
        new TestWheels(wheels).pure("shop", "1.0", "Summary: other bytes");
        assertEquals(Code.LOCK_MISMATCH, problems(bench::resolve).get(0).code());
    }

    @Test
    void aConflictIsToldInPipsWords() throws IOException {
        bench.index.pure("shop", "1.0", "Requires-Dist: core<2");
        bench.index.pure("core", "1.0");
        bench.index.pure("core", "2.0");
        bench.declare("shop", "core>=2");
        List<Problem> problems = problems(bench::resolve);
        assertEquals(
                List.of("PAGES-011 requirements.txt  the requirements cannot be resolved for " + bench.target),
                first(problems));
        assertTrue(problems.get(0).text().contains("conflicting dependencies"), problems::toString);
    }

    @Test
    void anAcceleratorThatIsWantedAndMissingIsAnError() throws IOException {
        bench.index.tagged("uvloop", "1.0", "cp311-cp311-manylinux_2_17_x86_64");
        bench.optional = List.of(ResolverBench.asked("uvloop"));
        bench.required = true;
        bench.declare();
        assertEquals(Code.NO_WHEEL, problems(bench::resolve).get(0).code());
    }

    @Test
    void whatAHashedFileLacksIsShownReadyToPaste() throws IOException {
        bench.index.pure("shop", "1.0", "Requires-Dist: core");
        Path core = bench.index.pure("core", "1.0");
        bench.declare("core==1.0 --hash=sha256:" + FolderStore.hash(core));
        bench.undeclared = List.of(ResolverBench.asked("core"), ResolverBench.asked("shop"));
        List<Problem> problems = problems(bench::resolve);
        assertEquals(1, problems.size());
        assertEquals("cloud-functions/api/index.py:1:1", problems.get(0).where());
        assertTrue(problems.get(0).what().startsWith("'shop' is needed (import shop), but is not in requirements.txt"));
        assertTrue(problems.get(0).details().get(1).startsWith("shop==1.0 --hash=sha256:"), problems::toString);
        assertEquals(2, problems.get(0).details().size());
        bench.undeclared = List.of(ResolverBench.asked("core"));
        assertEquals(List.of("core 1.0"), ResolverBench.labels(bench.resolve()));

        // The last build and the lock know nothing of an import that has come since.
        bench.undeclared = List.of(ResolverBench.asked("shop"));
        assertEquals(problems, problems(bench::resolve));
        bench.undeclared = List.of();
        Resolver.lock(bench.request());
        bench.undeclared = List.of(ResolverBench.asked("shop"));
        assertEquals(problems, problems(bench::resolve));
        bench.offline = true;
        assertEquals(List.of(), problems(bench::resolve).get(0).details());
    }

    @Test
    void aWrongHashEndsTheBuild() throws IOException {
        bench.index.pure("core", "1.0");
        bench.declare("core==1.0 --hash=sha256:" + "0".repeat(64));
        List<Problem> problems = problems(bench::resolve);
        assertEquals(Code.UNRESOLVABLE, problems.get(0).code());
        assertTrue(problems.get(0).text().contains("HASHES"), problems::toString);
    }

    @Test
    void noBinaryIsABuildFromSources() throws IOException {
        bench.declare("--no-binary shop,cart", "shop");
        assertEquals(
                List.of("PAGES-026 requirements.txt:3  'shop,cart' would be built from its sources"),
                first(problems(bench::resolve)));
    }

    @Test
    void allowedSourcesBecomePureWheelsAndAreBuiltAnew() throws IOException {
        Path lib = Files.createDirectories(bench.project.resolve("lib"));
        Files.writeString(
                lib.resolve("pyproject.toml"),
                "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n");
        Files.writeString(lib.resolve("backend.py"), BACKEND);
        Files.writeString(lib.resolve("mylib.py"), "VALUE = 1\n");
        Files.write(bench.project.resolve("requirements.txt"), List.of("./lib"));
        bench.sourceBuild = true;
        Resolution first = bench.resolve();
        assertEquals(List.of("mylib 1.0"), ResolverBench.labels(first));
        Files.writeString(lib.resolve("mylib.py"), "VALUE = 2\n");
        Resolution second = bench.resolve();
        assertEquals(Basis.PIP, second.basis());
        assertFalse(first.distributions()
                .get(0)
                .sha256()
                .equals(second.distributions().get(0).sha256()));
        assertEquals(
                Code.SOURCE_BUILD,
                problems(() -> Resolver.lock(bench.request())).get(0).code());
    }

    @Test
    void handlersAloneNeedNoPython() {
        bench.interpreter = () -> {
            throw new AssertionError("asked for an interpreter");
        };
        Resolution resolution = bench.resolve();
        assertEquals(Basis.NOTHING, resolution.basis());
    }

    @Test
    void offlineWithoutALockIsAnErrorWithTheWayOut() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        bench.offline = true;
        assertEquals(
                List.of(
                        "PAGES-011  requirements cannot be resolved offline, and nothing says what was resolved before"),
                first(problems(bench::resolve)));
    }

    @Test
    void aPipThatIsMissingOrTooOldIsToldHowToGetOne() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        Path python = Path.of("/usr/bin/python3");
        for (Optional<String> pip : List.of(Optional.of("22.0.4"), Optional.<String>empty())) {
            bench.interpreter = () -> new Interpreter(
                    python, new PythonVersion(3, 9, 1), "cpython", pip, new Host("linux", "x86_64", 36));
            Problem problem = problems(bench::resolve).get(0);
            assertEquals(Code.PIP_UNUSABLE, problem.code());
            assertEquals(
                    "PAGES-002 <python>  "
                            + (pip.isPresent()
                                    ? "pip 22.0.4 is too old, 22.2 or later is needed"
                                    : "there is no pip for the interpreter that was chosen"),
                    first(List.of(problem)).get(0));
            assertTrue(
                    problem.fix()
                            .startsWith(
                                    python + " -m " + (pip.isPresent() ? "pip install --upgrade pip" : "ensurepip")),
                    problem::fix);
        }
    }

    @Test
    void aLockForAnotherTargetOrWithAWheelThatDoesNotFitIsRefused() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        Resolver.lock(bench.request());
        Path lock = bench.project.resolve("pylock.toml");
        String text = Files.readString(lock);
        Files.writeString(lock, text.replace("shop-1.0-py3-none-any.whl", "shop-1.0-cp311-cp311-win_amd64.whl"));
        assertEquals(List.of("PAGES-012  shop 1.0 does not fit " + bench.target), first(problems(bench::resolve)));
        Files.writeString(lock, text.replace("CPython 3.10", "CPython 3.12"));
        List<Problem> problems = problems(bench::resolve);
        assertEquals(
                List.of("PAGES-013 pylock.toml  the lock was made from other requirements: - is in the lock only,"
                        + " + is new"),
                first(problems));
        List<String> details = problems.get(0).details();
        assertEquals("- target CPython 3.12 on Linux x86_64, glibc 2.17", details.get(0));
    }

    @Test
    void aWheelWhoseBytesChangedIsNotUsed() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        Resolver.lock(bench.request());
        bench.index.pure("shop", "1.0", "Summary: other bytes");
        bench.store.clear();
        List<Problem> problems = problems(bench::resolve);
        assertEquals(
                "wheels that were resolved cannot be fetched", problems.get(0).what());
        assertTrue(problems.stream()
                .map(Problem::text)
                .collect(Collectors.joining())
                .contains("shop-1.0-py3"));
    }
}
