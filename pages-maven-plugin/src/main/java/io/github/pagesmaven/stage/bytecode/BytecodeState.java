package io.github.pagesmaven.stage.bytecode;

import io.github.pagesmaven.stage.EntrySource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was compiled last. The file is deleted before bytecode is touched and written when it is whole again.
 *
 * @param key what decided about the packages' modules; empty when nothing is known
 * @param packages the packages' modules
 * @param staged all bytecode in the bundle's folder by path: a stamp of what it was made of, and of the file
 */
record BytecodeState(String key, List<CompiledModule> packages, Map<String, String> staged) {
    private static final String FORM = "pages-bytecode 1";
    private static final String END = "end";
    static final BytecodeState NONE = new BytecodeState("", List.of(), Map.of());

    static BytecodeState read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return NONE;
        }
        if (lines.size() < 3
                || !lines.get(0).equals(FORM)
                || !lines.get(lines.size() - 1).equals(END)) {
            return NONE;
        }
        try {
            return parse(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    private static BytecodeState parse(List<String> lines) {
        List<CompiledModule> packages = new ArrayList<>();
        Map<String, String> staged = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size() - 1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("staged")) {
                staged.put(fields[1], fields[2]);
            } else {
                packages.add(new CompiledModule(
                        fields[1],
                        new EntrySource.InArchive(Path.of(fields[4]), fields[5], fields[6]),
                        fields[7],
                        Long.parseLong(fields[2]),
                        Long.parseLong(fields[3])));
            }
        }
        return new BytecodeState(lines.get(1), packages, staged);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FORM, key));
        for (CompiledModule module : packages) {
            EntrySource.InArchive source = (EntrySource.InArchive) module.source();
            lines.add(String.join(
                    "\t",
                    "module",
                    module.path(),
                    Long.toString(module.size()),
                    Long.toString(module.compressed()),
                    source.archive().toString(),
                    source.sha256(),
                    source.entry(),
                    module.part()));
        }
        staged.forEach((path, stamp) -> lines.add("staged\t" + path + "\t" + stamp));
        lines.add(END);
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
