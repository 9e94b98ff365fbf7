package io.github.pagesmaven.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether a folder is untouched without listing it: a file that is added, renamed or deleted changes the time of
 * its folder. Listing thousands of files takes ten times longer than asking for their times.
 */
final class TreeStamps {
    /** Longer than the clock of any file system's times stands still. */
    private static final long TICK = 20;

    private TreeStamps() {}

    /** The times of all folders that hold these files; whatever changes them afterwards gives them another. */
    static Map<String, Long> of(Path root, Collection<InstalledFile> files) throws IOException {
        Map<String, Long> stamps = new TreeMap<>();
        stamps.put("", modified(root));
        for (InstalledFile file : files) {
            String path = file.path();
            for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
                String folder = path.substring(0, i);
                if (stamps.containsKey(folder)) {
                    break;
                }
                stamps.put(folder, modified(root.resolve(folder)));
            }
        }
        pause();
        return stamps;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

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

    /** Whether a folder has this time. */
    static boolean isFolder(Path path, long modified) {
        try {
            BasicFileAttributes found = attributes(path);
            return found.isDirectory() && found.lastModifiedTime().toMillis() == modified;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether a file is as it was installed. */
    static boolean isWhole(InstalledFile file, BasicFileAttributes found) {
        return found.isRegularFile()
                && found.size() == file.size()
                && found.lastModifiedTime().toMillis() == file.modified();
    }

    private static long modified(Path path) throws IOException {
        return attributes(path).lastModifiedTime().toMillis();
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
