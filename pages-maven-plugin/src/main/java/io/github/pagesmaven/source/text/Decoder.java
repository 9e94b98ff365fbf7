package io.github.pagesmaven.source.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a file: byte order mark, PEP 263 cookie, UTF-8 without one, all three line ends. One decoder
 * serves one file after another in the same memory; it belongs to one thread at a time.
 */
public final class Decoder {
    private char[] memory = {};

    /** A decoder. */
    public Decoder() {}

    /**
     * The characters of a file, until the next one is decoded.
     *
     * @throws EncodingFault when the encoding is unknown, or the bytes are not in it
     */
    public SourceText decode(byte[] bytes) throws EncodingFault {
        int start = startsWithMark(bytes) ? 3 : 0;
        Optional<Cookie> cookie = Cookie.find(bytes, start);
        Charset charset = cookie.isEmpty() ? StandardCharsets.UTF_8 : charset(cookie.get(), start > 0);
        SourceText text = charset.equals(StandardCharsets.UTF_8) ? utf8(bytes, start) : null;
        return text != null
                ? text
                : decode(bytes, start, charset, cookie.map(Cookie::name).orElse("utf-8"));
    }

    private char[] memory(int size) {
        if (size > memory.length) {
            memory = new char[size + size / 2];
        }
        return memory;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static Charset charset(Cookie cookie, boolean marked) throws EncodingFault {
        Optional<Charset> charset = Codecs.find(cookie.name());
        String name = cookie.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (marked && !name.equals("utf-8") && !name.startsWith("utf-8-")) {
            throw new EncodingFault("encoding problem: " + cookie.name() + " with BOM", cookie.line());
        }
        return charset.orElseThrow(() -> new EncodingFault("unknown encoding: " + cookie.name(), cookie.line()));
    }

    /** Decodes UTF-8 without a detour; null when it is malformed or has a null byte, so that its place is to be told. */
    private @Nullable SourceText utf8(byte[] bytes, int start) {
        char[] chars = memory(bytes.length - start + 2);
        int length = 0;
        for (int i = start; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b > '\r' || b == '\n' || b == '\t') {
                chars[length++] = (char) b;
            } else if (b < 0) {
                int point = Utf8.point(bytes, i);
                if (point < 0) {
                    return null;
                }
                i += Utf8.more(b);
                length += Character.toChars(point, chars, length);
            } else if (b == 0) {
                return null;
            } else if (b != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                chars[length++] = b == '\r' ? '\n' : (char) b;
            }
        }
        return new SourceText(chars, length);
    }

    private SourceText decode(byte[] bytes, int start, Charset charset, String name) throws EncodingFault {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        CharBuffer out = CharBuffer.wrap(memory(bytes.length - start + 2));
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int line = linesBefore(bytes, start + in.position()) + 1;
            int value = bytes[start + in.position()] & 0xFF;
            throw new EncodingFault(
                    String.format("(unicode error) '%s' codec can't decode byte 0x%02x", name, value), line);
        }
        char[] chars = out.array();
        return new SourceText(chars, unifyLineEnds(chars, out.position()));
    }

    private static int unifyLineEnds(char[] chars, int length) throws EncodingFault {
        int written = 0;
        int line = 1;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c == 0) {
                throw new EncodingFault("source code cannot contain null bytes", line);
            }
            if (c == '\r') {
                if (i + 1 < length && chars[i + 1] == '\n') {
                    continue;
                }
                c = '\n';
            }
            if (c == '\n') {
                line++;
            }
            chars[written++] = c;
        }
        return written;
    }

    private static int linesBefore(byte[] bytes, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
                lines++;
            }
        }
        return lines;
    }
}
