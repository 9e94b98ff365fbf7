package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.stage.Bundle;

/**
 * A bundle with its bytecode.
 *
 * @param bundle the bundle; without bytecode the one that was given
 * @param modules how many modules are compiled
 * @param added bytes that they add when unpacked
 * @param reason why nothing, or no package, was compiled; empty when all was
 */
public record Precompiled(Bundle bundle, int modules, long added, String reason) {}
