package io.github.pagesmaven.source;

import io.github.pagesmaven.source.text.SourceText;
import java.util.regex.Pattern;

/** The comment that makes a file auxiliary. */
final class IgnoreMark {
    private static final Pattern MARK = Pattern.compile("#+\\s*pages:\\s*ignore\\b.*");

    private IgnoreMark() {}

    /** Whether the comments that begin the file say so; blank lines before them do not count. */
    static boolean isIn(SourceText text) {
        boolean begun = false;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (text.chars()[end] != '\n') {
                end++;
            }
            String line = text.slice(start, end).strip();
            start = end + 1;
            if (line.startsWith("#")) {
                begun = true;
                if (line.contains("pages:") && MARK.matcher(line).matches()) {
                    return true;
                }
            } else if (begun || !line.isEmpty()) {
                return false;
            }
        }
        return false;
    }
}
