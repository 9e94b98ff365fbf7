package io.github.pagesmaven.install;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Compares a folder with the lines of its index, which are those of thousands of files: with one question for each of
 * them. Whatever takes a file's place changes the time of its folder, and whatever writes into a file changes its own.
 */
final class StandingTree {
    private final Path root;
    private String folder = "";
    private File inFolder;

    private StandingTree(Path root) {
        this.root = root;
        this.inFolder = root.toFile();
    }

    /** Whether all folders and files are as the lines say. Two look: the system is asked thousands of questions. */
    static boolean holds(Path root, List<String> lines) {
        int half = lines.size() / 2;
        FutureTask<Boolean> second =
                new FutureTask<>(() -> new StandingTree(root).holds(lines.subList(half, lines.size())));
        Thread thread = new Thread(second, "pages-standing-tree");
        thread.setDaemon(true);
        thread.start();
        boolean first = new StandingTree(root).holds(lines.subList(0, half));
        try {
            return second.get() && first;
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean holds(List<String> lines) {
        for (String line : lines) {
            if (!holds(line)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String line) {
        if (line.startsWith(PackagesIndex.WHEEL) || line.startsWith(PackagesIndex.MODIFIED)) {
            return true;
        }
        if (line.startsWith(PackagesIndex.FOLDER)) {
            int start = PackagesIndex.FOLDER.length();
            int tab = line.indexOf('\t', start);
            return TreeStamps.isFolder(root.resolve(line.substring(tab + 1)), Long.parseLong(line, start, tab, 10));
        }
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        int path = line.indexOf('\t', second + 1) + 1;
        int end = line.indexOf('\t', path);
        return place(line, path, end < 0 ? line.length() : end).lastModified()
                == Long.parseLong(line, first + 1, second, 10);
    }

    /** Neighbours stand in one folder: its path is made once. */
    private File place(String line, int start, int end) {
        int slash = line.lastIndexOf('/', end);
        int length = Math.max(slash - start, 0);
        if (length != folder.length() || !line.startsWith(folder, start)) {
            folder = line.substring(start, start + length);
            inFolder = root.resolve(folder).toFile();
        }
        return new File(inFolder, line.substring(Math.max(slash + 1, start), end));
    }
}
