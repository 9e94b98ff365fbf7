package io.github.pagesmaven.requirement.file;

import io.github.pagesmaven.source.text.Codecs;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a requirements file as pip does: decoding, continuations, comments. Source: pip's {@code req_file.py},
 * {@code auto_decode} and {@code preprocess}.
 */
final class LogicalLines {
    private static final Pattern ENDS = Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");
    private static final Pattern COMMENT =
            Pattern.compile("(^|\\s+)#.*\\z", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OUTER_SPACE = Pattern.compile("\\A\\s+|\\s+\\z", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OUTER_BACKSLASHES = Pattern.compile("\\A\\\\+|\\\\+\\z");
    private static final Pattern CODING = Pattern.compile("coding[:=]\\s*([-\\w.]+)");
    private static final Map<Charset, byte[]> MARKS = marks();

    /** @param number 1-based number of its first physical line */
    record Line(int number, String text) {}

    private LogicalLines() {}

    static List<Line> of(byte[] content) {
        String[] physical = ENDS.split(decode(content), -1);
        List<Line> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int first = 0;
        for (int i = 0; i < physical.length; i++) {
            boolean comment = COMMENT.matcher(physical[i]).lookingAt();
            first = open.length() == 0 ? i + 1 : first;
            if (physical[i].endsWith("\\") && !comment) {
                open.append(OUTER_BACKSLASHES.matcher(physical[i]).replaceAll(""));
                continue;
            }
            // A space keeps a comment a comment after the text that it continues.
            open.append(comment ? " " : "").append(physical[i]);
            add(lines, first, open.toString());
            open.setLength(0);
        }
        add(lines, first, open.toString());
        return lines;
    }

    private static void add(List<Line> lines, int number, String text) {
        String bare =
                OUTER_SPACE.matcher(COMMENT.matcher(text).replaceFirst("")).replaceAll("");
        if (!bare.isEmpty()) {
            lines.add(new Line(number, bare));
        }
    }

    static String decode(byte[] content) {
        for (Map.Entry<Charset, byte[]> mark : MARKS.entrySet()) {
            int length = mark.getValue().length;
            if (content.length >= length
                    && ByteBuffer.wrap(content, 0, length).equals(ByteBuffer.wrap(mark.getValue()))) {
                return new String(content, length, content.length - length, mark.getKey());
            }
        }
        String text = new String(content, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", 3);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            Matcher coding = CODING.matcher(lines[i]);
            if (lines[i].startsWith("#") && coding.find()) {
                return new String(content, Codecs.find(coding.group(1)).orElse(StandardCharsets.UTF_8));
            }
        }
        return text;
    }

    private static Map<Charset, byte[]> marks() {
        Map<Charset, byte[]> marks = new LinkedHashMap<>();
        marks.put(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        // The longer marks first: UTF-32 LE begins with the mark of UTF-16 LE.
        marks.put(Charset.forName("UTF-32BE"), new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
        marks.put(Charset.forName("UTF-32LE"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        marks.put(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF});
        marks.put(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE});
        return marks;
    }
}
