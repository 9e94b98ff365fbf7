/**
 * Unpacks resolved distributions into one folder of packages, from wheels that are cached for all projects.
 * In: wheels with their hashes; out: the folder, complete and never stale, and where each of its files comes from.
 */
@NullMarked
package io.github.pagesmaven.install;

import org.jspecify.annotations.NullMarked;
