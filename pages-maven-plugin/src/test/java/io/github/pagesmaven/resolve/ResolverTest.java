package io.github.pagesmaven.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.resolve.Resolution.Basis;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {
    private ResolverBench bench;

    @BeforeEach
    void makeBench(@TempDir Path folder) throws IOException {
        bench = new ResolverBench(folder);
    }

    @Test
    void markersAreEvaluatedForTheTarget() throws IOException {
        bench.index.pure(
                "shop",
                "1.0",
                "Requires-Dist: exceptiongroup; python_version < '3.11'",
                "Requires-Dist: tomlreader; python_version >= '3.11'",
                "Requires-Dist: winonly; sys_platform == 'win32'",
                "Requires-Dist: armonly; platform_machine == 'aarch64'");
        for (String name : List.of("exceptiongroup", "tomlreader", "winonly", "armonly")) {
            bench.index.pure(name, "1.0");
        }
        bench.declare("shop");
        bench.interpreter = () -> ResolverBench.host(new PythonVersion(3, 11, 0));

        assertEquals(List.of("exceptiongroup 1.0", "shop 1.0"), ResolverBench.labels(bench.resolve()));

        bench.target = new TargetPlatform(new PythonVersion(3, 11, 0), "aarch64", 28);
        assertEquals(List.of("armonly 1.0", "shop 1.0", "tomlreader 1.0"), ResolverBench.labels(bench.resolve()));
    }

    @Test
    void requiresPythonIsCheckedForTheTarget() throws IOException {
        bench.index.pure("shop", "2.0", "Requires-Python: >=3.11");
        bench.index.pure("shop", "1.0", "Requires-Python: >=3.8");
        bench.declare();
        bench.interpreter = () -> ResolverBench.host(new PythonVersion(3, 11, 0));
        assertEquals(List.of("shop 1.0"), ResolverBench.labels(bench.resolve("shop")));
    }

    @Test
    void theNewestWheelThatTheTargetCanLoadIsTaken() throws IOException {
        bench.index.tagged("shop", "1.0", "cp310-cp310-manylinux_2_17_x86_64");
        bench.index.tagged("shop", "2.0", "cp310-cp310-manylinux_2_28_x86_64");
        bench.index.tagged("shop", "3.0", "cp311-cp311-manylinux_2_17_x86_64");
        bench.declare();

        Resolution old = bench.resolve("shop");
        assertEquals(List.of("shop 1.0"), ResolverBench.labels(old));
        assertEquals(List.of("shop 1.0: 2.0 was passed over, it wants glibc 2.28"), old.notes());

        bench.target = new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 28);
        assertEquals(List.of("shop 2.0"), ResolverBench.labels(bench.resolve("shop")));
    }

    @Test
    void aWheelForAnotherTargetIsAnErrorThatSaysForWhich() throws IOException {
        bench.index.tagged("shop", "3.0", "cp311-cp311-manylinux_2_17_x86_64");
        bench.declare();
        Problem problem = problem(() -> bench.resolve("shop"));
        assertEquals(
                List.of(
                        "PAGES-012 cloud-functions/api/index.py:1:1  no wheel of 'shop' fits CPython 3.10 on Linux"
                                + " x86_64, glibc 2.17",
                        "  3.0 has wheels for:",
                        "    manylinux_2_17_x86_64: cp311",
                        "  fix: ask for a version that has one, or set pythonVersion, architecture or glibc to what"
                                + " the functions really run on"),
                problem.lines());
    }

    @Test
    void nothingIsAskedAgainWhileNothingChanges() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        assertEquals(Basis.PIP, bench.resolve().basis());
        bench.index.pure("shop", "2.0");
        Resolution again = bench.resolve();
        assertEquals(Basis.LAST_BUILD, again.basis());
        assertEquals(List.of("shop 1.0"), ResolverBench.labels(again));
        bench.declare("shop>=2");
        assertEquals(List.of("shop 2.0"), ResolverBench.labels(bench.resolve()));
    }

    @Test
    void aLockIsUsedOfflineAndAMismatchIsShown() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.declare("shop");
        Resolver.lock(bench.request());
        assertTrue(Files.exists(bench.project.resolve("pylock.toml")));
        bench.index.pure("shop", "2.0");
        bench.offline = true;
        Resolution locked = bench.resolve();
        assertEquals(Basis.LOCK, locked.basis());
        assertEquals(List.of("shop 1.0"), ResolverBench.labels(locked));

        bench.declare("shop>=2");
        Problem problem = problem(() -> bench.resolve("extra"));
        assertEquals(Code.LOCK_MISMATCH, problem.code());
        assertEquals(List.of("- shop", "+ extra", "+ shop>=2"), problem.details());
    }

    @Test
    void acceleratorsWithoutAWheelAreLeftOut() throws IOException {
        bench.index.pure("shop", "1.0");
        bench.index.pure("wsproto", "1.0");
        bench.index.tagged("httptools", "1.0", "cp311-cp311-manylinux_2_17_x86_64");
        bench.index.tagged("uvloop", "1.0", "cp310-cp310-manylinux_2_17_x86_64");
        bench.optional = List.of(
                ResolverBench.asked("httptools"), ResolverBench.asked("uvloop"), ResolverBench.asked("websockets"));
        bench.declare();
        Resolution resolution = bench.resolve("shop");
        assertEquals(List.of("shop 1.0", "uvloop 1.0", "wsproto 1.0"), ResolverBench.labels(resolution));
        assertEquals(1, resolution.notes().size());
        assertTrue(resolution.notes().get(0).contains("httptools, websockets"), resolution.notes()::toString);
    }

    @Test
    void aSourceArchiveIsNeverBuilt() throws IOException {
        bench.declare("./shop-1.0.tar.gz", "-e ./lib", "git+https://user:secret@example.org/x.git#egg=x");
        PagesException failure = assertThrows(PagesException.class, bench::resolve);
        assertEquals(3, failure.problems().size());
        assertEquals(Code.SOURCE_BUILD, failure.problems().get(0).code());
        assertFalse(failure.problems().toString().contains("secret"));
    }

    private static Problem problem(org.junit.jupiter.api.function.Executable work) {
        PagesException failure = assertThrows(PagesException.class, work);
        assertEquals(1, failure.problems().size(), failure::getMessage);
        return failure.problems().get(0);
    }
}
