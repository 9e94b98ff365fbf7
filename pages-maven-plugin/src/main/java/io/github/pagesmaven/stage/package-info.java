/**
 * Lays out the bundle: runtime, functions and packages in the folder that is deployed, and nothing else.
 * In: the function tree, its configuration and the installed packages; out: the folder and its entries with their origin.
 */
@NullMarked
package io.github.pagesmaven.stage;

import org.jspecify.annotations.NullMarked;
