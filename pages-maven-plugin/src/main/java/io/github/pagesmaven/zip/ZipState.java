package io.github.pagesmaven.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What was written last, kept beside the zip.
 *
 * @param fingerprint of its entries
 * @param base of the fingerprint
 * @param modified time of the zip's last change, in nanoseconds since 1970
 * @param report its sizes
 * @param contents what decided about the bytes of each single entry, by path
 */
record ZipState(String fingerprint, String base, long modified, ZipReport report, Map<String, String> contents) {
    private static final String FORM = "pages-zip 2";

    static ZipState of(Fingerprint fingerprint, ZipReport report, Path zip) throws IOException {
        return new ZipState(fingerprint.value(), fingerprint.base(), modified(zip), report, fingerprint.contents());
    }

    /** Empty when nothing, or nothing whole, is kept. */
    static Optional<ZipState> read(Path file) throws IOException {
        try {
            return Optional.of(parse(Files.readAllLines(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IOException e) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }

    private static ZipState parse(List<String> lines) {
        if (!lines.get(0).equals(FORM) || !lines.get(lines.size() - 1).equals("end")) {
            throw new IllegalArgumentException("not a state of a zip");
        }
        String[] head = lines.get(1).split("\t", -1);
        List<GroupSize> groups = new ArrayList<>();
        Map<String, String> contents = new HashMap<>();
        for (String line : lines.subList(2, lines.size() - 1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("group")) {
                groups.add(new GroupSize(
                        fields[1], Integer.parseInt(fields[2]), Long.parseLong(fields[3]), Long.parseLong(fields[4])));
            } else {
                contents.put(fields[2], fields[1]);
            }
        }
        ZipReport report = new ZipReport(
                Long.parseLong(head[2]), Long.parseLong(head[3]), Integer.parseInt(head[4]), groups, false, List.of());
        return new ZipState(head[0], head[5], Long.parseLong(head[1]), report, contents);
    }

    /** One with a name that is no line is not kept: the next zip is written from nothing. */
    void write(Path file) throws IOException {
        if (contents.keySet().stream().anyMatch(path -> path.chars().anyMatch(Character::isISOControl))) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(FORM);
        lines.add(fingerprint + "\t" + modified + "\t" + report.size() + "\t" + report.unpackedSize() + "\t"
                + report.entries() + "\t" + base);
        for (GroupSize group : report.groups()) {
            lines.add("group\t" + group.group() + "\t" + group.entries() + "\t" + group.compressed() + "\t"
                    + group.unpacked());
        }
        new TreeMap<>(contents).forEach((path, hash) -> lines.add("content\t" + hash + "\t" + path));
        lines.add("end");
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Files.write(file, lines);
    }

    /** Whether the zip on disk is the one that was written then. */
    boolean describes(Path zip) {
        try {
            return Files.size(zip) == report.size() && modified(zip) == modified;
        } catch (IOException e) {
            return false;
        }
    }

    private static long modified(Path zip) throws IOException {
        return Files.readAttributes(zip, BasicFileAttributes.class)
                .lastModifiedTime()
                .to(TimeUnit.NANOSECONDS);
    }
}
