/**
 * JSON without data binding, whose classes take longer to load than an unchanged build does.
 * In: text, or maps, lists and scalars; out: a tree, or text.
 */
@NullMarked
package io.github.pagesmaven.json;

import org.jspecify.annotations.NullMarked;
