/**
 * Reads requirement files as pip reads them: a file goes in, its requirements, options and nested files come out.
 * Never stricter than pip: what is not understood here is left for pip to judge.
 */
@NullMarked
package io.github.pagesmaven.requirement.file;

import org.jspecify.annotations.NullMarked;
