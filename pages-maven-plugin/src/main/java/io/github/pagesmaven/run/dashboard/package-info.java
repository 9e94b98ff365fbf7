/**
 * What the developer sees below {@code /__pages}. In: events of the server; out: a static page, its data as JSON, and
 * the same live as server-sent events.
 */
@NullMarked
package io.github.pagesmaven.run.dashboard;

import org.jspecify.annotations.NullMarked;
