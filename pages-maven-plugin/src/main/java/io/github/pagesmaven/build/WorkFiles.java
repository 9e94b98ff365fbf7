package io.github.pagesmaven.build;

import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/** Writes the reports below target/pages: as a whole or not at all, and only when they say something new. */
final class WorkFiles {
    private WorkFiles() {}

    static void write(Path file, byte[] content) {
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
            Path folder = file.toAbsolutePath().resolveSibling("");
            Files.createDirectories(folder);
            Path temporary = folder.resolve(".writing-" + UUID.randomUUID());
            try {
                Files.write(temporary, content);
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw PagesException.notWritable(file, e);
        }
    }
}
