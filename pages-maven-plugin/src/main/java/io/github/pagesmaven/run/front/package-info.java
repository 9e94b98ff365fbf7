/**
 * The server that browsers talk to: it plays the platform's edge and hands to a worker what a route matches. In:
 * requests, rules, routes; out: answers, and a record of each.
 */
@NullMarked
package io.github.pagesmaven.run.front;

import org.jspecify.annotations.NullMarked;
