package io.github.pagesmaven.stage.bytecode;

import static io.github.pagesmaven.install.WheelBuilder.wheel;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pagesmaven.install.InstallRequest;
import io.github.pagesmaven.install.InstalledPackages;
import io.github.pagesmaven.install.Installer;
import io.github.pagesmaven.install.Wheel;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.stage.Bundle;
import io.github.pagesmaven.stage.BundleEntry;
import io.github.pagesmaven.stage.StageRequest;
import io.github.pagesmaven.stage.Stager;
import io.github.pagesmaven.stage.bytecode.PrecompileRequest.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecompilerTest {
    @TempDir
    Path folder;

    private Optional<Interpreter> python = Optional.empty();

    @BeforeEach
    void find() {
        python = new Interpreters(System.getenv(), folder)
                .find(Optional.empty(), new PythonVersion(3, 11, 0))
                .filter(found -> found.implementation().equals("cpython"));
        assumeTrue(python.isPresent(), "needs CPython");
    }

    @Test
    void whatIsImportedIsCompiledAndNothingElse() throws Exception {
        write("api/[id].py", "import shop.cart\n");
        write("lib.py", "");
        Precompiled result = precompile(bundle("project", shop()), Mode.AUTO, Set.of("shop.cart"));
        assertEquals(
                List.of(
                        "functions/__pycache__/lib.TAG.pyc",
                        "functions/api/__pycache__/[id].TAG.pyc",
                        "packages/other/__pycache__/__init__.TAG.pyc",
                        "packages/shop/__pycache__/__init__.TAG.pyc",
                        "packages/shop/__pycache__/cart.TAG.pyc",
                        "packages/shop/__pycache__/lazy.TAG.pyc",
                        "packages/shop/__pycache__/price.TAG.pyc"),
                bytecode(result.bundle()));
        assertTrue(result.added() > 0);
        assertEquals("", result.reason());
        assertTrue(importedFromBytecode(result.bundle().directory(), "shop.cart"));
        assertTrue(importedFromBytecode(result.bundle().directory(), "other"));
    }

    @Test
    void anEditedFunctionIsCompiledAgainAndNothingElse() throws Exception {
        write("api/[id].py", "x = 1\n");
        write("lib.py", "");
        Bundle bundle =
                precompile(bundle("project", shop()), Mode.AUTO, Set.of("shop")).bundle();
        Map<String, String> before = stamps(bundle);
        write("api/[id].py", "x = 2\n");
        Map<String, String> after = stamps(
                precompile(bundle("project", shop()), Mode.AUTO, Set.of("shop")).bundle());
        after.entrySet().removeAll(before.entrySet());
        assertEquals(Set.of("functions/api/__pycache__/[id].TAG.pyc"), after.keySet());
    }

    @Test
    void bytecodeThatIsNotWantedGoes() throws Exception {
        write("lib.py", "x = 1\n");
        Bundle bundle =
                precompile(bundle("project", shop()), Mode.AUTO, Set.of("shop")).bundle();
        Map<String, String> whole = stamps(bundle);
        Path foreign = bundle.directory().resolve("functions/__pycache__/lib.cpython-399.pyc");
        Files.writeString(foreign, "foreign");
        Path damaged =
                bundle.directory().resolve(whole.keySet().iterator().next().replace("TAG", tag()));
        Files.writeString(damaged, "damaged");
        precompile(bundle("project", shop()), Mode.AUTO, Set.of("shop"));
        assertFalse(Files.exists(foreign));
        assertTrue(Files.size(damaged) > 10);
        Precompiled off = precompile(bundle("project", shop(), false), Mode.OFF, Set.of());
        assertEquals(List.of(), bytecode(off.bundle()));
        try (Stream<Path> files = Files.walk(off.bundle().directory())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.endsWith("__pycache__")).toList());
        }
    }

    @Test
    void theBytesDoNotDependOnTheFolderOrTheCache() throws Exception {
        write("lib.py", "def f():\n    return [1, 2]\n");
        Bundle one = precompile(bundle("one", shop()), Mode.AUTO, Set.of("shop.cart"))
                .bundle();
        Bundle two = Precompiler.apply(
                        bundle("two/deeper", shop()),
                        new PrecompileRequest(
                                Mode.AUTO,
                                python,
                                python.orElseThrow().version(),
                                Set.of("shop.cart"),
                                folder.resolve("other cache"),
                                folder.resolve("two/state"),
                                Long.MAX_VALUE))
                .bundle();
        for (String path : bytecode(one)) {
            String name = path.replace("TAG", tag());
            assertArrayEquals(
                    Files.readAllBytes(one.directory().resolve(name)),
                    Files.readAllBytes(two.directory().resolve(name)),
                    name);
        }
        assertEquals(bytecode(one), bytecode(two));
    }

    @Test
    void autoKeepsToTheLimitAndTheVersion() throws Exception {
        write("lib.py", "");
        Precompiled small = Precompiler.apply(
                bundle("project", shop()),
                request(Mode.AUTO, python.orElseThrow().version(), Set.of("shop"), 10));
        assertEquals(List.of("functions/__pycache__/lib.TAG.pyc"), bytecode(small.bundle()));
        assertEquals("packages with bytecode would be larger than sizeLimit", small.reason());
        PythonVersion other = new PythonVersion(3, 99, 0);
        Precompiled none =
                Precompiler.apply(bundle("project", shop()), request(Mode.AUTO, other, Set.of("shop"), Long.MAX_VALUE));
        assertEquals(0, none.modules());
        assertEquals("no CPython 3.99 is at hand", none.reason());
        Bundle bundle = bundle("project", shop());
        PagesException failure = assertThrows(
                PagesException.class,
                () -> Precompiler.apply(bundle, request(Mode.ON, other, Set.of("shop"), Long.MAX_VALUE)));
        assertTrue(failure.problems()
                .get(0)
                .text()
                .startsWith("PAGES-001 <precompile>  bytecode for Python 3.99 can only be made by CPython 3.99"));
    }

    @Test
    void whatIsKeptForAllProjectsIsMadeOfTheWheel() throws Exception {
        write("lib.py", "");
        Bundle edited = bundle("edited", shop());
        Files.writeString(edited.directory().resolve("packages/shop/cart.py"), "edited = True\n");
        precompile(edited, Mode.AUTO, Set.of("shop.cart"));
        Files.delete(folder.resolve("state"));
        Bundle other = precompile(bundle("other", shop()), Mode.AUTO, Set.of("shop.cart"))
                .bundle();
        assertTrue(importedFromBytecode(other.directory(), "shop.cart"));
    }

    @Test
    void aSourceThatThisPythonRefusesIsLeftAlone() throws Exception {
        write("lib.py", "");
        Wheel odd = wheel("odd", "1")
                .file("odd/__init__.py", "import odd.old\n")
                .file("odd/old.py", "print 'two'\n")
                .in(folder.resolve("wheels"));
        Precompiled result = precompile(bundle("project", odd), Mode.ON, Set.of("odd"));
        assertEquals(
                List.of("functions/__pycache__/lib.TAG.pyc", "packages/odd/__pycache__/__init__.TAG.pyc"),
                bytecode(result.bundle()));
    }

    private Wheel shop() throws IOException {
        return wheel("shop", "1")
                .file("shop/__init__.py", "from __future__ import annotations\n")
                .file(
                        "shop/cart.py",
                        "from . import price\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shop.typed\ndef f():\n    import shop.lazy\n")
                .file("shop/price.py", "try:\n    import other\nexcept ImportError:\n    other = None\n")
                .file("shop/lazy.py", "")
                .file("shop/typed.py", "")
                .file("other/__init__.py", "")
                .in(folder.resolve("wheels"));
    }

    private Bundle bundle(String project, Wheel wheel) {
        return bundle(project, wheel, true);
    }

    private Bundle bundle(String project, Wheel wheel, boolean bytecode) {
        Path staging = folder.resolve(project).resolve("staging");
        InstalledPackages packages = Installer.install(new InstallRequest(
                List.of(wheel),
                staging.resolve("packages"),
                folder.resolve(project).resolve("index"),
                false,
                bytecode,
                Optional.empty(),
                (name, done, total) -> {}));
        Path functions = folder.resolve("cloud-functions");
        return Stager.stage(new StageRequest(staging, functions, sources(functions), Set.of(), "{}", "", packages));
    }

    private static List<String> sources(Path functions) {
        try (Stream<Path> files = Files.walk(functions)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> functions.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Precompiled precompile(Bundle bundle, Mode mode, Set<String> imports) {
        return Precompiler.apply(bundle, request(mode, python.orElseThrow().version(), imports, Long.MAX_VALUE));
    }

    private PrecompileRequest request(Mode mode, PythonVersion target, Set<String> imports, long limit) {
        return new PrecompileRequest(
                mode, python, target, imports, folder.resolve("cache"), folder.resolve("state"), limit);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("cloud-functions").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private String tag() {
        return "cpython-3" + python.orElseThrow().version().minor();
    }

    /** The bytecode of functions and packages; that of the runtime is not listed. */
    private List<String> bytecode(Bundle bundle) {
        return bundle.entries().stream()
                .map(BundleEntry::path)
                .filter(path -> path.endsWith(".pyc") && !path.startsWith("pages_runtime/"))
                .map(path -> path.replace(tag(), "TAG"))
                .toList();
    }

    private Map<String, String> stamps(Bundle bundle) throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        for (String path : bytecode(bundle)) {
            Path file = bundle.directory().resolve(path.replace("TAG", tag()));
            stamps.put(path, Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return stamps;
    }

    private boolean importedFromBytecode(Path bundle, String module) throws Exception {
        String program =
                """
                import sys; sys.path.insert(0, sys.argv[1])
                import importlib, importlib.util
                module = importlib.import_module(sys.argv[2])
                data = open(module.__cached__, 'rb').read()
                assert data[4:8] == b'\\1\\0\\0\\0', data[:16]
                assert data[8:16] == importlib.util.source_hash(open(module.__file__, 'rb').read())
                print(module.__spec__.loader.get_code(module.__name__).co_filename == module.__file__)
                """;
        Outcome outcome = ChildProcess.run(Command.of(
                python.orElseThrow().executable(),
                List.of("-I", "-B", "-c", program, bundle.resolve("packages").toString(), module)));
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
        return outcome.text().equals("True");
    }
}
