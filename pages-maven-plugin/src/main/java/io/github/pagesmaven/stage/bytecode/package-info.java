/**
 * Compiles a bundle's modules ahead of time, so that they are imported faster where they are deployed.
 * In: a bundle and an interpreter of the target's version; out: the bundle with bytecode beside its sources.
 */
@NullMarked
package io.github.pagesmaven.stage.bytecode;

import org.jspecify.annotations.NullMarked;
