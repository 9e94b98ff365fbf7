/**
 * Asks an interpreter whether it can compile sources: an interpreter and files go in, its refusals in its own words
 * come out. One process compiles all of them; no code of the sources is run.
 */
@NullMarked
package io.github.pagesmaven.scan.verdict;

import org.jspecify.annotations.NullMarked;
