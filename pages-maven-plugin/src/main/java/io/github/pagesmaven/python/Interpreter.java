package io.github.pagesmaven.python;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A Python interpreter that was run and has answered.
 *
 * @param executable its own {@code sys.executable}: no shim in between, so that starting it is cheap
 * @param version its version
 * @param implementation {@code cpython}, {@code pypy} ...
 * @param pip the version of the pip that it can run, if any
 * @param host the machine as it sees it
 */
public record Interpreter(
        Path executable, PythonVersion version, String implementation, Optional<String> pip, Host host) {}
