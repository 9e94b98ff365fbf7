package io.github.pagesmaven.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What followed from something, kept in a file below target/pages and taken again while that is the same. A file that is
 * not whole, or of something else, counts as none.
 */
final class KeptLines {
    private static final String END = "end";

    private final Path file;
    private final String origin;

    /**
     * @param file where they are kept
     * @param origin from what they follow: its checksum
     */
    KeptLines(Path file, String origin) {
        this.file = file;
        this.origin = origin;
    }

    /** The lines; empty when there are none. */
    List<String> find() {
        try {
            List<String> lines = Files.readAllLines(file);
            boolean whole = lines.size() > 2
                    && lines.get(0).equals(origin)
                    && lines.get(lines.size() - 1).equals(END);
            return whole ? lines.subList(1, lines.size() - 1) : List.of();
        } catch (IOException notKept) {
            return List.of();
        }
    }

    /** Keeps lines, none of which has a line end in it. */
    void keep(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        all.add(0, origin);
        all.add(END);
        WorkFiles.write(file, String.join("\n", all).getBytes(StandardCharsets.UTF_8));
    }
}
