/**
 * Tells the developer what happens, and hears the letters that the developer types. In: events; out: lines of text or
 * of JSON.
 */
@NullMarked
package io.github.pagesmaven.run.console;

import org.jspecify.annotations.NullMarked;
