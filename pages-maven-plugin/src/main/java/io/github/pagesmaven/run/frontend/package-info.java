/**
 * A front-end dev server that stands in for the static files. In: its URL, or the command that starts it; out: its
 * answers, its WebSocket included, and an end of it when the server ends.
 */
@NullMarked
package io.github.pagesmaven.run.frontend;

import org.jspecify.annotations.NullMarked;
