/**
 * Merges what functions need: imports that were found, the requirements file and the runtime's own needs go in, one
 * list with the origin of every entry comes out. An import that nothing explains is never guessed.
 */
@NullMarked
package io.github.pagesmaven.requirement;

import org.jspecify.annotations.NullMarked;
