package io.github.pagesmaven.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A wheel opened for reading, after all that the wheel specification asks of names and RECORD was checked. */
final class WheelArchive implements WheelContent {
    private static final String INFORMATION = ".dist-info";
    private static final int LARGEST_TEXT = 64 << 20;
    private static final int LINK = 0120000;
    private static final int FORMAT = 0170000;
    private static final int ANY_EXECUTE = 0111;

    private final Wheel wheel;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final String information;
    private final List<WheelFile> files;
    private final List<RecordRow> rows;

    private WheelArchive(Wheel wheel, ZipFile zip) throws IOException {
        this.wheel = wheel;
        this.zip = zip;
        readEntries();
        this.information = findInformation();
        checkVersion();
        this.rows = text(information + "/RECORD")
                .lines()
                .filter(line -> !line.isBlank())
                .map(RecordRow::parse)
                .toList();
        this.files = list();
    }

    /**
     * Opens a wheel and checks it, but for the hashes of its files, which are checked when they are read.
     *
     * @throws io.github.pagesmaven.problem.PagesException when it is no wheel that may be unpacked (PAGES-050)
     */
    static WheelArchive open(Wheel wheel) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setPath(wheel.file())
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (java.util.zip.ZipException e) {
            throw BrokenWheel.because(wheel, "it is no zip archive (" + e.getMessage() + ")");
        }
        try {
            return new WheelArchive(wheel, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void readEntries() {
        for (ZipArchiveEntry entry :
                (Iterable<ZipArchiveEntry>) () -> zip.getEntries().asIterator()) {
            String name = entry.getName();
            Optional<String> fault = EntryName.fault(name);
            if (fault.isPresent()) {
                throw BrokenWheel.because(wheel, "the entry '" + printable(name) + "' " + fault.get());
            }
            if ((mode(entry) & FORMAT) == LINK) {
                throw BrokenWheel.because(wheel, "the entry '" + name + "' is a link");
            }
            if (entry.isDirectory()) {
                continue;
            }
            boolean readable = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
            if (!readable || entry.getGeneralPurposeBit().usesEncryption()) {
                throw BrokenWheel.because(wheel, "the entry '" + name + "' is encrypted or not deflated");
            }
            if (entries.put(name, entry) != null) {
                throw BrokenWheel.because(wheel, "it has two entries '" + name + "'");
            }
        }
    }

    /** The Unix mode, whichever system the entry claims to come from: pip reads it so too. */
    private static int mode(ZipArchiveEntry entry) {
        return (int) (entry.getExternalAttributes() >> 16) & 0xFFFF;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private String findInformation() {
        Set<String> found = new HashSet<>();
        for (String name : entries.keySet()) {
            int slash = name.indexOf('/');
            if (slash > 0 && name.startsWith(INFORMATION, slash - INFORMATION.length())) {
                found.add(name.substring(0, slash));
            }
        }
        if (found.size() != 1) {
            throw BrokenWheel.because(wheel, "it has " + found.size() + " folders *.dist-info instead of one");
        }
        return found.iterator().next();
    }

    private void checkVersion() throws IOException {
        String version = field(text(information + "/WHEEL"), "Wheel-Version").orElse("");
        if (!version.startsWith("1.")) {
            throw BrokenWheel.because(wheel, "its Wheel-Version is '" + version + "', known is 1.x");
        }
    }

    private static Optional<String> field(String text, String name) {
        return text.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private String text(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw BrokenWheel.because(wheel, "it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private List<WheelFile> list() throws IOException {
        Map<String, RecordRow> recorded = new LinkedHashMap<>();
        rows.forEach(row -> recorded.put(row.path(), row));
        String name = field(text(information + "/METADATA"), "Name").orElse(wheel.name());
        InstallPaths paths = new InstallPaths(information, name);
        List<WheelFile> list = new ArrayList<>();
        for (ZipArchiveEntry entry : entries.values()) {
            String hash = hash(entry.getName(), Optional.ofNullable(recorded.get(entry.getName())));
            try {
                paths.of(entry.getName()).ifPresent(path -> list.add(file(entry, path, hash)));
            } catch (IllegalArgumentException e) {
                throw BrokenWheel.because(wheel, String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(list);
    }

    private WheelFile file(ZipArchiveEntry entry, String path, String hash) {
        EntryName.fault(path).ifPresent(fault -> {
            throw BrokenWheel.because(wheel, "the place '" + printable(path) + "' " + fault);
        });
        return new WheelFile(path, entry.getName(), entry.getSize(), (mode(entry) & ANY_EXECUTE) != 0, hash);
    }

    private String hash(String entry, Optional<RecordRow> row) {
        if (entry.equals(recordEntry())
                || entry.equals(recordEntry() + ".jws")
                || entry.equals(recordEntry() + ".p7s")) {
            return "";
        }
        if (row.isEmpty()) {
            throw BrokenWheel.because(wheel, "its RECORD does not name " + entry);
        }
        String hash = row.get().hash();
        if (!hash.startsWith("sha256=") && !hash.startsWith("sha384=") && !hash.startsWith("sha512=")) {
            throw BrokenWheel.because(wheel, "its RECORD has no SHA-2 hash for " + entry);
        }
        return hash;
    }

    /** The name of the entry RECORD, which is also the place that it is installed at. */
    String recordEntry() {
        return information + "/RECORD";
    }

    @Override
    public List<WheelFile> files() {
        return files;
    }

    @Override
    public List<String> paths() {
        return files.stream().map(WheelFile::path).toList();
    }

    @Override
    public boolean isUnpacked() {
        return false;
    }

    /** Whether some of its entries, such as scripts, are not installed. */
    boolean installsLessThanItHolds() {
        return files.size() < entries.size();
    }

    /** The rows of its RECORD. */
    List<RecordRow> rows() {
        return rows;
    }

    @Override
    public Wheel wheel() {
        return wheel;
    }

    /** The bytes of a file as they stand in the wheel, not yet checked. */
    InputStream stored(WheelFile file) throws IOException {
        return zip.getRawInputStream(entry(file));
    }

    /** Whether these bytes are deflated. */
    boolean isDeflated(WheelFile file) {
        return entry(file).getMethod() == ZipEntry.DEFLATED;
    }

    @Override
    public InputStream content(WheelFile file) throws IOException {
        return zip.getInputStream(entry(file));
    }

    private ZipArchiveEntry entry(WheelFile file) {
        return Objects.requireNonNull(entries.get(file.entry()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
