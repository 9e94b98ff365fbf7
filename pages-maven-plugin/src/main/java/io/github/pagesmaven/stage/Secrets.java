package io.github.pagesmaven.stage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises files that no artifact may hold. */
final class Secrets {
    private static final Set<String> NAMES = Set.of(
            ".netrc",
            "_netrc",
            ".pypirc",
            ".npmrc",
            ".pgpass",
            ".htpasswd",
            "id_rsa",
            "id_dsa",
            "id_ecdsa",
            "id_ed25519");
    private static final Set<String> FOLDERS = Set.of(".aws", ".ssh", ".gnupg", ".kube", ".docker", ".azure");
    private static final Pattern KEY_STORE = Pattern.compile(".*\\.(?:p12|pfx|jks|keystore|kdbx|ppk)");
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\\s*(?:\\\\[nr]\\s*)*[\"']?\\s*[+\"']*[A-Za-z0-9+/=:, -]{16}");

    private Secrets() {}

    /** Why a file is left out because of its name; empty for others. */
    static Optional<String> byName(String path) {
        String[] segments = path.split("/", -1);
        for (String segment : segments) {
            if (segment.startsWith(".git")) {
                return Optional.of("belongs to git");
            }
            if (FOLDERS.contains(segment)) {
                return Optional.of("stands in a folder of credentials");
            }
        }
        String name = segments[segments.length - 1].toLowerCase(Locale.ROOT);
        if (name.startsWith(".env") || name.endsWith(".env")) {
            return Optional.of("holds environment variables");
        }
        if (NAMES.contains(name)) {
            return Optional.of("holds credentials");
        }
        return KEY_STORE.matcher(name).matches() ? Optional.of("is a key store") : Optional.empty();
    }

    /** Whether a content holds a private key in PEM form (RFC 7468). */
    static boolean holdsPrivateKey(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("PRIVATE KEY") && PRIVATE_KEY.matcher(text).find();
    }
}
