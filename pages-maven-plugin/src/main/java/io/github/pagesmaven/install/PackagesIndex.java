package io.github.pagesmaven.install;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the installer has put into a folder. The file is deleted before the folder is touched and written when it is
 * whole again: where there is one, the folder was finished.
 *
 * @param slim how it was installed
 * @param distributions what was installed
 * @param bytecode whether there may be bytecode in the folders, too
 */
record PackagesIndex(boolean slim, List<InstalledDistribution> distributions, boolean bytecode) {
    private static final String FORM = "pages-packages 5 ";
    private static final String MODIFIED = "modified\t";
    private static final String WHEEL = "wheel\t";
    private static final String END = "end";

    PackagesIndex {
        distributions = List.copyOf(distributions);
    }

    /** Reads the file; empty when there is none, or none that this version of the plugin has finished. */
    static Optional<PackagesIndex> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
        if (lines.size() < 2
                || !lines.get(0).startsWith(FORM)
                || !lines.get(lines.size() - 1).equals(END)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(lines));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static PackagesIndex parse(List<String> lines) {
        List<InstalledDistribution> distributions = new ArrayList<>();
        int start = 2;
        while (lines.get(start).startsWith(MODIFIED)) {
            start++;
        }
        for (int i = start; i < lines.size() - 1; ) {
            String[] head = lines.get(i++).substring(WHEEL.length()).split("\t", -1);
            Wheel wheel = new Wheel(head[0], head[1], head[2], head[3], Path.of(head[4]));
            int count = Integer.parseInt(head[6]);
            List<InstalledFile> files = new ArrayList<>(count);
            for (int end = i + count; i < end; i++) {
                files.add(file(lines.get(i)));
            }
            distributions.add(new InstalledDistribution(wheel, files, Long.parseLong(head[5])));
        }
        return new PackagesIndex(
                lines.get(0).startsWith("true", FORM.length()), distributions, Boolean.parseBoolean(lines.get(1)));
    }

    private static InstalledFile file(String line) {
        int time = line.indexOf('\t') + 1;
        int flags = line.indexOf('\t', time) + 1;
        int path = line.indexOf('\t', flags) + 1;
        int entry = line.indexOf('\t', path) + 1;
        String marks = line.substring(flags, path - 1);
        String name = line.substring(path, entry == 0 ? line.length() : entry - 1);
        return new InstalledFile(
                name,
                entry == 0 ? name : line.substring(entry),
                Long.parseLong(line, 0, time - 1, 10),
                marks.indexOf('x') >= 0,
                marks.indexOf('m') < 0,
                Long.parseLong(line, time, flags - 1, 10));
    }

    /** What a folder holds that these wheels were installed in: everything in it follows from them. */
    static String identity(boolean slim, List<Wheel> wheels) {
        StringBuilder text = new StringBuilder(1 << 12).append(slim);
        wheels.stream().sorted(Comparator.comparing(Wheel::name)).forEach(wheel -> text.append(' ')
                .append(wheel.label().replace(' ', '='))
                .append('=')
                .append(wheel.sha256()));
        return text.toString();
    }

    /**
     * Whether a file tells of just these contents, and the files that are not as they are in their wheel are unchanged.
     * Only its head is read.
     */
    static boolean tells(Path file, String identity, Path packages) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            if (!(FORM + identity).equals(reader.readLine())) {
                return false;
            }
            reader.readLine();
            for (String line = reader.readLine(); line != null && line.startsWith(MODIFIED); line = reader.readLine()) {
                String[] fields = line.split("\t", -1);
                File modified = packages.resolve(fields[3]).toFile();
                if (modified.length() != Long.parseLong(fields[1])
                        || modified.lastModified() != Long.parseLong(fields[2])) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException | CharacterCodingException | NumberFormatException e) {
            return false;
        }
    }

    /** Writes the file, as a whole. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(1 << 16);
        List<Wheel> wheels =
                distributions.stream().map(InstalledDistribution::wheel).toList();
        text.append(FORM)
                .append(identity(slim, wheels))
                .append('\n')
                .append(bytecode)
                .append('\n');
        distributions.forEach(distribution -> appendModified(text, distribution));
        distributions.forEach(distribution -> append(text, distribution));
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(temporary, text.append(END).append('\n'));
        Replacement.move(temporary, file);
    }

    private static void appendModified(StringBuilder text, InstalledDistribution distribution) {
        for (InstalledFile file : distribution.files()) {
            if (!file.unmodified()) {
                text.append(MODIFIED).append(file.size()).append('\t').append(file.modified());
                text.append('\t').append(file.path()).append('\n');
            }
        }
    }

    private static void append(StringBuilder text, InstalledDistribution distribution) {
        Wheel wheel = distribution.wheel();
        text.append(WHEEL)
                .append(String.join(
                        "\t",
                        wheel.name(),
                        wheel.version(),
                        wheel.fileName(),
                        wheel.sha256(),
                        wheel.file().toString(),
                        Long.toString(distribution.leftOut()),
                        Integer.toString(distribution.files().size())))
                .append('\n');
        distribution.files().forEach(file -> append(text, file));
    }

    private static void append(StringBuilder text, InstalledFile file) {
        text.append(file.size()).append('\t').append(file.modified()).append('\t');
        text.append(file.executable() ? "x" : "").append(file.unmodified() ? "" : "m");
        text.append('\t').append(file.path());
        if (!file.entry().equals(file.path())) {
            text.append('\t').append(file.entry());
        }
        text.append('\n');
    }

    /** The files by path. Two distributions may hold one file, with the same bytes: it is told once. */
    static Map<String, InstalledFile> files(Collection<InstalledDistribution> distributions) {
        Map<String, InstalledFile> files = new HashMap<>();
        for (InstalledDistribution distribution : distributions) {
            distribution.files().forEach(file -> files.putIfAbsent(file.path(), file));
        }
        return files;
    }
}
