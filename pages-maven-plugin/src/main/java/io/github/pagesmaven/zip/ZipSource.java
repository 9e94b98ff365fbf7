package io.github.pagesmaven.zip;

import java.nio.file.Path;

/** Where the bytes of an entry come from. */
public sealed interface ZipSource {
    /**
     * A file on disk; it is deflated.
     *
     * @param file its path
     */
    record OnDisk(Path file) implements ZipSource {}

    /**
     * A text in memory; it is written in UTF-8 and deflated.
     *
     * @param text the content
     */
    record InMemory(String text) implements ZipSource {}

    /**
     * An entry of another archive, such as a wheel; its compressed bytes are copied as they are.
     *
     * @param archive the archive
     * @param sha256 what the archive's bytes must hash to, in lower-case hexadecimal
     * @param entry the name of the entry in it
     */
    record InArchive(Path archive, String sha256, String entry) implements ZipSource {}
}
