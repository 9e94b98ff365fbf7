/**
 * What the platform wants: edgeone.json, its limits, the layout of its archive, what is published as a static file.
 * In: the project's folder; out: the rules that the platform would apply, and what it would refuse.
 */
@NullMarked
package io.github.pagesmaven.platform;

import org.jspecify.annotations.NullMarked;
