package io.github.pagesmaven.stage;

import java.nio.file.Path;

/** Where the bytes of a bundle's entry are. */
public sealed interface EntrySource {
    /**
     * A file on disk.
     *
     * @param file its path
     */
    record OnDisk(Path file) implements EntrySource {}

    /**
     * A text that needs no file, in UTF-8.
     *
     * @param text the content
     */
    record InMemory(String text) implements EntrySource {}

    /**
     * An entry of an archive, still compressed there.
     *
     * @param archive the wheel
     * @param sha256 its hash, in lower-case hexadecimal
     * @param entry the entry's name in it
     */
    record InArchive(Path archive, String sha256, String entry) implements EntrySource {}
}
