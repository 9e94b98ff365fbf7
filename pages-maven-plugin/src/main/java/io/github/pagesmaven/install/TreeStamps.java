package io.github.pagesmaven.install;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;

/** Tells by size and time of last change whether files are as they were installed. */
final class TreeStamps {
    private TreeStamps() {}

    /** Whether files are as they were. */
    static boolean hold(Path root, Collection<InstalledFile> files) {
        File folder = root.toFile();
        for (InstalledFile file : files) {
            File found = new File(folder, file.path());
            if (found.lastModified() != file.modified() || found.length() != file.size()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a file is as it was installed. */
    static boolean isWhole(InstalledFile file, BasicFileAttributes found) {
        return found.isRegularFile()
                && found.size() == file.size()
                && found.lastModifiedTime().toMillis() == file.modified();
    }
}
