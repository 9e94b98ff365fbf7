/**
 * Decides which function answers which path: a function tree goes in, a {@link io.github.pagesmaven.route.RouteTable}
 * comes out. The table finds conflicts, explains itself, and is written as text and JSON.
 */
@NullMarked
package io.github.pagesmaven.route;

import org.jspecify.annotations.NullMarked;
