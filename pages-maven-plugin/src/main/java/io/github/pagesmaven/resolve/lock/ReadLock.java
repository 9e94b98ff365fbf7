package io.github.pagesmaven.resolve.lock;

import io.github.pagesmaven.resolve.wheel.Pin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was read from a lock, kept beside it by lines. Every goal of every build reads the lock, and loading what reads
 * TOML takes longer than all else that an unchanged build does.
 */
final class ReadLock {
    private static final String FORM = "pages-lock 1 ";
    private static final String END = "end";

    private final Path file;
    private final String head;

    /**
     * @param file where it is kept
     * @param content the lock's own bytes
     */
    ReadLock(Path file, byte[] content) {
        this.file = file;
        this.head = FORM + Inputs.sha256(List.of(new String(content, StandardCharsets.ISO_8859_1)));
    }

    /** The lock with these bytes, if it was read before. */
    Optional<Lock> find() {
        try {
            List<String> lines = Files.readAllLines(file);
            boolean whole = lines.size() > 3 && lines.get(0).equals(head);
            return whole && lines.get(lines.size() - 1).equals(END) ? Optional.of(parse(lines)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException notKept) {
            return Optional.empty();
        }
    }

    private static Lock parse(List<String> lines) {
        List<Pin> pins = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : lines.subList(3, lines.size() - 1)) {
            int tab = line.indexOf('\t');
            String text = line.substring(tab + 1);
            switch (line.substring(0, Math.max(tab, 0))) {
                case "input" -> inputs.add(text);
                case "note" -> notes.add(text);
                case "pin" -> pins.add(Pin.ofLine(text));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Lock(pins, lines.get(1), new Inputs(inputs), lines.get(2), notes);
    }

    /** Keeps a lock, unless one of its texts does not fit in a line. One that cannot be kept is read again. */
    void keep(Lock lock) {
        try {
            write(lines(lock));
        } catch (IOException notWritable) {
            // The build says so itself where it has to write.
        }
    }

    private List<String> lines(Lock lock) {
        List<String> lines = new ArrayList<>(List.of(head, lock.target(), lock.settings()));
        lock.pins().forEach(pin -> lines.add("pin\t" + pin.line()));
        lock.inputs().lines().forEach(line -> lines.add("input\t" + line));
        lock.notes().forEach(line -> lines.add("note\t" + line));
        lines.add(END);
        return lines;
    }

    private void write(List<String> lines) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(temporary, lines);
            if (lines(parse(Files.readAllLines(temporary))).equals(lines)) {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException hasLineBreaks) {
            return;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
