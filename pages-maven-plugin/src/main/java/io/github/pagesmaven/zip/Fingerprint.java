package io.github.pagesmaven.zip;

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
 * @param value hash over all entries, in lower-case hexadecimal
 * @param base hash over what all entries have in common, and over the part
 * @param contents what decides about the bytes of each single entry, by path: hash, program or not, group
 */
record Fingerprint(String value, String base, Map<String, String> contents) {
    /** Changed when the same entries would give other bytes; the JDK counts, since its deflater may differ. */
    private static final String FORM = "3 " + Runtime.version() + " " + System.getProperty("os.arch");

    private static final int BUFFER = 1 << 16;

    static Fingerprint of(List<ZipItem> items, ZipPart part, Instant time) throws IOException {
        MessageDigest common = sha256();
        add(common, FORM, Long.toString(time.getEpochSecond()), part.identity());
        String base = hex(common);
        MessageDigest all = sha256();
        add(all, base);
        Map<String, String> contents = new HashMap<>();
        byte[] buffer = new byte[BUFFER];
        for (ZipItem item : items) {
            String content = hash(item.source(), buffer) + (item.executable() ? " x " : " - ") + item.group();
            contents.put(item.path(), content);
            add(all, item.path(), content);
        }
        return new Fingerprint(hex(all), base, Map.copyOf(contents));
    }

    /** The group of an entry, from what decides about its bytes. */
    static String group(String content) {
        return content.substring(content.indexOf(' ') + 3);
    }

    private static void add(MessageDigest digest, String... fields) {
        for (String field : fields) {
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static String hash(ZipSource source, byte[] buffer) throws IOException {
        if (source instanceof ZipSource.InArchive archived) {
            MessageDigest digest = sha256();
            add(digest, archived.sha256(), archived.entry());
            return hex(digest);
        }
        if (source instanceof ZipSource.InMemory memory) {
            Checksum checksum = new Checksum();
            byte[] bytes = memory.text().getBytes(StandardCharsets.UTF_8);
            checksum.update(bytes, bytes.length);
            return checksum.toString();
        }
        return checksum(((ZipSource.OnDisk) source).file(), buffer);
    }

    private static String checksum(Path file, byte[] buffer) throws IOException {
        Checksum checksum = new Checksum();
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                checksum.update(buffer, n);
            }
        }
        return checksum.toString();
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
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
