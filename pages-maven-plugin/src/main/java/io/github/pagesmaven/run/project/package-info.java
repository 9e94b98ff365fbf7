/**
 * What is served: folders, functions, their routes and what runs them. Given by the caller, asked for again after each
 * change.
 */
@NullMarked
package io.github.pagesmaven.run.project;

import org.jspecify.annotations.NullMarked;
