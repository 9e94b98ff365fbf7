package io.github.pagesmaven.install;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Copies entries of wheels in large pieces, and hashes what it copies. */
final class EntryCopy implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    private final byte[] stored = new byte[BUFFER];
    private final byte[] content = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);

    /**
     * Copies the content of a file.
     *
     * @return its hash as RECORD writes it, by the algorithm that RECORD uses for it
     * @throws EOFException when the entry ends too early or is longer than it says
     */
    String copy(WheelArchive archive, WheelFile file, OutputStream out) throws IOException {
        String algorithm = file.hash().isEmpty()
                ? "sha256"
                : file.hash().substring(0, file.hash().indexOf('='));
        MessageDigest digest = Sha256.digest("SHA-" + algorithm.substring("sha".length()));
        long size;
        try (InputStream in = archive.stored(file)) {
            size = archive.isDeflated(file) ? inflate(in, file.size(), out, digest) : store(in, out, digest);
        } catch (DataFormatException e) {
            throw new EOFException(String.valueOf(e.getMessage()));
        }
        if (size != file.size()) {
            throw new EOFException("has " + size + " bytes, not " + file.size());
        }
        return algorithm + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private long store(InputStream in, OutputStream out, MessageDigest digest) throws IOException {
        long size = 0;
        for (int n = in.read(stored); n >= 0; n = in.read(stored)) {
            digest.update(stored, 0, n);
            out.write(stored, 0, n);
            size += n;
        }
        return size;
    }

    private long inflate(InputStream in, long expected, OutputStream out, MessageDigest digest)
            throws IOException, DataFormatException {
        inflater.reset();
        long size = 0;
        while (!inflater.finished() && size <= expected) {
            int n = inflater.inflate(content);
            if (n == 0 && !inflater.finished()) {
                refill(in);
            }
            digest.update(content, 0, n);
            out.write(content, 0, n);
            size += n;
        }
        return size;
    }

    private void refill(InputStream in) throws IOException, DataFormatException {
        if (!inflater.needsInput()) {
            throw new DataFormatException("needs a dictionary");
        }
        int read = in.read(stored);
        if (read < 0) {
            throw new EOFException("ends too early");
        }
        inflater.setInput(stored, 0, read);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
