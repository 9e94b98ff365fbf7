package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.stage.EntrySource;

/**
 * The bytecode of one source of a bundle.
 *
 * @param path of the bytecode in the bundle
 * @param source where its bytes are
 * @param part what its size counts for
 * @param size its bytes
 * @param compressed its bytes in an archive
 */
record CompiledModule(String path, EntrySource source, String part, long size, long compressed) {
    /** Where the bytecode of a source stands (PEP 3147). */
    static String pathOf(String source, int minor) {
        int slash = source.lastIndexOf('/') + 1;
        String name = source.substring(slash, source.length() - ".py".length());
        return source.substring(0, slash) + "__pycache__/" + name + ".cpython-3" + minor + ".pyc";
    }
}
