package io.github.pagesmaven.install;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a wheel's RECORD: CSV with the three fields path, hash and size.
 *
 * @param path a file, seen from the folder that the wheel is installed in
 * @param hash algorithm and value ({@code sha256=...}, urlsafe Base64 without padding), or empty
 * @param size bytes, or empty
 * @see <a href="https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file">the
 *     RECORD file</a>
 */
record RecordRow(String path, String hash, String size) {
    /** Reads a line; a path with a comma or a quote stands in quotes. */
    static RecordRow parse(String line) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        if (line.indexOf('"') < 0 && first >= 0 && second >= 0) {
            return new RecordRow(
                    line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1));
        }
        return parseQuoted(line);
    }

    private static RecordRow parseQuoted(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return new RecordRow(
                fields.get(0), fields.size() > 1 ? fields.get(1) : "", fields.size() > 2 ? fields.get(2) : "");
    }

    /** The row for the same file in another place. */
    RecordRow at(String installed) {
        return new RecordRow(installed, hash, size);
    }

    /** The row as a line of CSV. */
    String line() {
        boolean special = path.indexOf(',') >= 0 || path.indexOf('"') >= 0;
        return (special ? '"' + path.replace("\"", "\"\"") + '"' : path) + ',' + hash + ',' + size;
    }
}
