package io.github.pagesmaven.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells programs from other files by their first bytes: modes on disk differ between systems and checkouts. */
final class Programs {
    private Programs() {}

    /** Whether the target's system can start it: an ELF file, or a script that names its interpreter. */
    static boolean isProgram(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isProgram(in.readNBytes(4));
        }
    }

    /** The same of a file's content, or of its first bytes. */
    static boolean isProgram(byte[] head) {
        boolean script = head.length > 2 && head[0] == '#' && head[1] == '!';
        boolean elf = head.length >= 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
        return script || elf;
    }
}
