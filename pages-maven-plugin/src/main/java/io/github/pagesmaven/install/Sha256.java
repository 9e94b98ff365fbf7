package io.github.pagesmaven.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 in lower-case hexadecimal, as lock files write it. */
final class Sha256 {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 16;

    private Sha256() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file and tells the hash of what was copied. */
    static String copy(Path file, OutputStream to) throws IOException {
        MessageDigest digest = digest("SHA-256");
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                to.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
