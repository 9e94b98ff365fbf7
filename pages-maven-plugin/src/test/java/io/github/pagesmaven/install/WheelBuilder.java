package io.github.pagesmaven.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes wheels, good and bad ones. */
public final class WheelBuilder {
    private record Entry(String name, String text, int mode) {
        byte[] content() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final String name;
    private final String version;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> recordLines = new LinkedHashMap<>();
    private boolean withRecord = true;

    private WheelBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    public static WheelBuilder wheel(String name, String version) {
        WheelBuilder builder = new WheelBuilder(name, version);
        builder.file(
                builder.information() + "/METADATA",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        return builder.file(
                builder.information() + "/WHEEL",
                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    }

    public String information() {
        return name + "-" + version + ".dist-info";
    }

    public WheelBuilder file(String entry, String content) {
        return entry(entry, content, 0100644);
    }

    public WheelBuilder program(String entry, String content) {
        return entry(entry, content, 0100755);
    }

    public WheelBuilder entry(String entry, String content, int mode) {
        entries.add(new Entry(entry, content, mode));
        return this;
    }

    /** Replaces the line of RECORD for an entry; an empty one leaves it out. */
    public WheelBuilder recorded(String entry, String line) {
        recordLines.put(entry, line);
        return this;
    }

    public WheelBuilder without(String entry) {
        entries.removeIf(one -> one.name().equals(entry));
        return this;
    }

    public WheelBuilder withoutRecord() {
        withRecord = false;
        return this;
    }

    public Wheel in(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(fileName());
        List<Entry> all = new ArrayList<>(entries);
        if (withRecord) {
            all.add(new Entry(information() + "/RECORD", record(), 0100644));
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Entry one : all) {
                ZipArchiveEntry entry = new NamedEntry(one.name(), one.mode());
                entry.setTime(400_000_000_000L);
                zip.putArchiveEntry(entry);
                zip.write(one.content());
                zip.closeArchiveEntry();
            }
        }
        return known(folder);
    }

    /** The library turns backslashes into slashes, unless an entry is known to come from Unix. */
    private static final class NamedEntry extends ZipArchiveEntry {
        NamedEntry(String name, int mode) {
            super("x");
            setUnixMode(mode);
            setName(name);
        }
    }

    /** The wheel of this name that a folder holds already. */
    public Wheel known(Path folder) throws IOException {
        Path file = folder.resolve(fileName());
        return new Wheel(name, version, fileName(), Sha256.of(file), file);
    }

    private String fileName() {
        return name + "-" + version + "-py3-none-any.whl";
    }

    private String record() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            String hash = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Sha256.digest("SHA-256").digest(entry.content()));
            String line =
                    new RecordRow(entry.name(), "sha256=" + hash, Integer.toString(entry.content().length)).line();
            line = recordLines.getOrDefault(entry.name(), line);
            text.append(line).append(line.isEmpty() ? "" : "\n");
        }
        return text.append(information()).append("/RECORD,,\n").toString();
    }
}
