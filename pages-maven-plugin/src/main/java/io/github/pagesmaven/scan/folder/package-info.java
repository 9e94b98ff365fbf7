/**
 * Lists the functions directory: a folder and globs go in, a {@link io.github.pagesmaven.scan.folder.FolderListing}
 * comes out. Also knows how names of files are ordered and shown.
 */
@NullMarked
package io.github.pagesmaven.scan.folder;

import org.jspecify.annotations.NullMarked;
