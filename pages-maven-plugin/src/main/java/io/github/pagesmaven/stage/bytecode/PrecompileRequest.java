package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.PythonVersion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Whether and how a bundle is compiled.
 *
 * @param mode what the user wants
 * @param interpreter the interpreter at hand
 * @param target the version that runs the functions
 * @param imports the dotted names that the user's sources import: {@link ImportedNames}
 * @param cache the folder for all projects: compiled distributions are kept in {@code bytecode/} of it
 * @param state a file in which is remembered what was compiled
 * @param sizeLimit bytes that the zip may have; {@code auto} compiles no packages that would break it
 */
public record PrecompileRequest(
        Mode mode,
        Optional<Interpreter> interpreter,
        PythonVersion target,
        Set<String> imports,
        Path cache,
        Path state,
        long sizeLimit) {
    public PrecompileRequest {
        imports = Set.copyOf(imports);
    }

    /** The values of the parameter {@code precompile}. */
    public enum Mode {
        /** Where an interpreter of the target's minor version is at hand and the limit allows. */
        AUTO,
        /** Always; without such an interpreter the build fails. */
        ON,
        /** Never. */
        OFF
    }

    /** Whether the interpreter at hand writes what the target reads. */
    boolean fits() {
        return interpreter
                .filter(found -> found.implementation().equals("cpython"))
                .filter(found -> found.version().sameMinor(target))
                .isPresent();
    }
}
