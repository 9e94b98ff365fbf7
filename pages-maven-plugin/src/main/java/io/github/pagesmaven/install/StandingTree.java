package io.github.pagesmaven.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether a folder with thousands of files is untouched, by one question for each file and folder and nothing
 * else: listing them takes ten times longer. Whatever takes a file's place changes the time of its folder, and whatever
 * writes into a file changes its own. The times stand in a file, folder by folder, in a form that takes little reading.
 */
final class StandingTree {
    /** Longer than the clock of any file system's times stands still. */
    private static final long TICK = 20;

    private static final String FORM = "pages-times 1 ";
    private static final String END = "end\n";
    private static final char FOLDER = '/';

    private final byte[] text;
    private int at;

    private StandingTree(byte[] text) {
        this.text = text;
    }

    /**
     * Writes down the times of files and of the folders that hold them; whatever changes them afterwards gives them
     * another.
     *
     * @param file where they are written
     * @param identity what the folder holds
     */
    static void remember(Path file, String identity, Path root, Collection<InstalledFile> files) throws IOException {
        StringBuilder text = new StringBuilder(1 << 16).append(head(identity));
        for (Map.Entry<String, Map<String, Long>> folder : byFolder(files).entrySet()) {
            text.append(FOLDER).append(modified(root.resolve(folder.getKey())));
            text.append(' ').append(folder.getKey()).append('\n');
            folder.getValue()
                    .forEach((name, time) ->
                            text.append(time).append(' ').append(name).append('\n'));
        }
        pause();
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, text.append(END));
        Replacement.move(temporary, file);
    }

    private static String head(String identity) {
        return FORM + identity + "\n";
    }

    private static Map<String, Map<String, Long>> byFolder(Collection<InstalledFile> files) {
        Map<String, Map<String, Long>> folders = new TreeMap<>();
        folders.put("", new TreeMap<>());
        for (InstalledFile file : files) {
            String path = file.path();
            int slash = path.lastIndexOf('/');
            for (int i = slash; i > 0; i = path.lastIndexOf('/', i - 1)) {
                folders.computeIfAbsent(path.substring(0, i), folder -> new TreeMap<>());
            }
            folders.computeIfAbsent(path.substring(0, Math.max(slash, 0)), folder -> new TreeMap<>())
                    .put(path.substring(slash + 1), file.modified());
        }
        return folders;
    }

    private static long modified(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder).toMillis();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Whether all files and folders are as they were when that was written, and what they hold is the same. */
    static boolean holds(Path file, String identity, Path root) throws IOException {
        byte[] text = Files.readAllBytes(file);
        StandingTree tree = new StandingTree(text);
        return tree.starts(head(identity)) && tree.ends() && tree.holds(root.toFile());
    }

    private boolean starts(String head) {
        byte[] expected = head.getBytes(UTF_8);
        at = expected.length;
        return at <= text.length && new String(text, 0, at, UTF_8).equals(head);
    }

    private boolean ends() {
        int start = text.length - END.length();
        return start >= at && new String(text, start, END.length(), UTF_8).equals(END);
    }

    private boolean holds(File root) {
        File folder = root;
        int end = text.length - END.length();
        while (at < end) {
            boolean isFolder = text[at] == FOLDER;
            at += isFolder ? 1 : 0;
            long time = time();
            File found = isFolder ? new File(root, name()) : new File(folder, name());
            if (found.lastModified() != time) {
                return false;
            }
            folder = isFolder ? found : folder;
        }
        return true;
    }

    /** Milliseconds since 1970. */
    private long time() {
        boolean before1970 = text[at] == '-';
        at += before1970 ? 1 : 0;
        long time = 0;
        while (text[at] != ' ') {
            time = time * 10 + (text[at] - '0');
            at++;
        }
        at++;
        return before1970 ? -time : time;
    }

    private String name() {
        int start = at;
        while (text[at] != '\n') {
            at++;
        }
        return new String(text, start, at++ - start, UTF_8);
    }
}
