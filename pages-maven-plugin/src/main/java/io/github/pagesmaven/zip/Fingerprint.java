package io.github.pagesmaven.zip;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a zip is made of, so that one that is made of the same need not be written again.
 *
 * @param value checksum over all entries
 * @param base checksum over what all entries have in common, and over the part
 * @param contents what decides about the bytes of each single entry, by path: checksum, program or not, group
 */
record Fingerprint(String value, String base, Map<String, String> contents) {
    /** Changed when the same entries would give other bytes; the JDK counts, since its deflater may differ. */
    private static final String FORM = "4 " + Runtime.version() + " " + System.getProperty("os.arch");

    /** Most files are short. */
    private static final int BUFFER = 1 << 13;

    private static final int ARCHIVE_BUFFER = 1 << 16;

    static Fingerprint of(List<ZipItem> items, ZipPart part, Instant time) throws IOException {
        Checksum common = new Checksum();
        add(common, FORM, Long.toString(time.getEpochSecond()), part.identity());
        String base = common.toString();
        Checksum all = new Checksum();
        add(all, base);
        Map<String, String> contents = new HashMap<>();
        byte[] buffer = new byte[BUFFER];
        for (ZipItem item : items) {
            String content = checksum(item.source(), buffer) + (item.executable() ? " x " : " - ") + item.group();
            contents.put(item.path(), content);
            add(all, item.path(), content);
        }
        return new Fingerprint(all.toString(), base, Map.copyOf(contents));
    }

    /** The group of an entry, from what decides about its bytes. */
    static String group(String content) {
        return content.substring(content.indexOf(' ') + 3);
    }

    private static void add(Checksum checksum, String... fields) {
        for (String field : fields) {
            byte[] bytes = (field + "\0").getBytes(StandardCharsets.UTF_8);
            checksum.update(bytes, bytes.length);
        }
    }

    private static String checksum(ZipSource source, byte[] buffer) throws IOException {
        Checksum checksum = new Checksum();
        if (source instanceof ZipSource.InArchive archived) {
            add(checksum, archived.sha256(), archived.entry());
        } else if (source instanceof ZipSource.InMemory memory) {
            add(checksum, memory.text());
        } else {
            add(checksum, ((ZipSource.OnDisk) source).file(), buffer);
        }
        return checksum.toString();
    }

    private static void add(Checksum checksum, Path file, byte[] buffer) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                checksum.update(buffer, n);
            }
        }
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[ARCHIVE_BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return hex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
