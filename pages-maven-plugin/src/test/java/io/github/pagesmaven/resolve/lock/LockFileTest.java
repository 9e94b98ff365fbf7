package io.github.pagesmaven.resolve.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.python.PythonVersion;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final TargetPlatform TARGET = new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 17);

    private static Lock lock() {
        return new Lock(
                List.of(
                        new Pin(
                                "flask",
                                "3.0",
                                "flask-3.0-py3-none-any.whl",
                                "https://example.org/flask-3.0-py3-none-any.whl",
                                HASH,
                                12,
                                false,
                                ">=3.8",
                                false),
                        new Pin("shop", "1.0+cpu", "shop-1.0+cpu-py3-none-any.whl", "", HASH, 7, true, "", true)),
                TARGET.toString(),
                new Inputs(List.of("flask ; python_version < \"3.12\"", "tricky '\\ \"\"\" \t ü")),
                "",
                List.of("left out: uvloop"));
    }

    @Test
    void aLockReadsBackAsItWasWritten(@TempDir Path folder) throws IOException {
        LockFile.write(folder.resolve("pylock.toml"), lock(), TARGET);
        assertEquals(Optional.of(lock()), LockFile.read(folder.resolve("pylock.toml"), "pylock.toml"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theTextIsOneTableForEachPackage() throws IOException {
        assertEquals(
                """
                # Written by pages:lock; commit it, do not edit it.
                lock-version = '1.0'
                environments = ["implementation_name == 'cpython' and sys_platform == 'linux' and platform_machine == 'x86_64' and python_version == '3.10'"]
                requires-python = '==3.10.*'
                created-by = 'pages-maven-plugin'

                [[packages]]
                name = 'flask'
                version = '3.0'
                requires-python = '>=3.8'
                [[packages.wheels]]
                name = 'flask-3.0-py3-none-any.whl'
                url = 'https://example.org/flask-3.0-py3-none-any.whl'
                size = 12
                hashes.sha256 = '%s'
                """
                        .formatted(HASH),
                LockFile.text(lock(), TARGET, Path.of("/")).split("\n\\[\\[packages\\]\\]\nname = 'shop'", 2)[0]);
    }

    @Test
    void addressesLoseUserPasswordAndQuery() throws IOException {
        Pin pin = new Pin(
                "x",
                "1",
                "x-1-py3-none-any.whl",
                "https://u:secret@example.org/x.whl?token=secret",
                HASH,
                1,
                false,
                "",
                false);
        Lock lock = new Lock(List.of(pin), "", new Inputs(List.of()), "", List.of());
        assertEquals(-1, LockFile.text(lock, TARGET, Path.of("/")).indexOf("secret"));
    }

    @Test
    void whatIsNoLockOfOursIsRefusedWithoutAStackTrace(@TempDir Path folder) throws IOException {
        for (String text : List.of(
                "not toml [",
                "lock-version = '1.0'\ncreated-by = 'other'\n",
                "lock-version = '2.0'\n[tool.pages]\ntarget = 'x'\n",
                "lock-version = '1.0'\n[[packages]]\nname = 'x'\n[[packages.wheels]]\nname = '../x.whl'\nhashes.sha256 = '"
                        + HASH + "'\n[tool.pages]\ntarget = 'x'\n",
                "lock-version = '1.0'\n[[packages]]\nname = 'x'\n[tool.pages]\ntarget = 'x'\n")) {
            Files.writeString(folder.resolve("pylock.toml"), text);
            PagesException failure = assertThrows(
                    PagesException.class, () -> LockFile.read(folder.resolve("pylock.toml"), "pylock.toml"), text);
            assertEquals(Code.LOCK_MISMATCH, failure.problems().get(0).code());
        }
    }

    @Test
    void noFileIsNoLock(@TempDir Path folder) {
        assertEquals(Optional.empty(), LockFile.read(folder.resolve("pylock.toml"), "pylock.toml"));
    }
}
