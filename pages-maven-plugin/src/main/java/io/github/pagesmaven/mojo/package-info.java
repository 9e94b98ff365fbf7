/**
 * The only package that knows Maven.
 * In: parameters of the POM, the command line and pages.yaml; out: one call of the build, and its artifact attached.
 */
@NullMarked
package io.github.pagesmaven.mojo;

import org.jspecify.annotations.NullMarked;
