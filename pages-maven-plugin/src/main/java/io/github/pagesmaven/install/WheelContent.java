package io.github.pagesmaven.install;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What a wheel installs, wherever it is read from. */
interface WheelContent extends Closeable {
    /** The wheel. */
    Wheel wheel();

    /** Its files. */
    List<WheelFile> files();

    /** Where its files are installed, in the same order. */
    List<String> paths();

    /** Whether its files stand on a disk already. */
    boolean isUnpacked();

    /** The bytes of a file. */
    InputStream content(WheelFile file) throws IOException;
}
