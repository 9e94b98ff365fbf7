package io.github.pagesmaven.scan.folder;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether Java can read the names of files. Java takes the encoding of names from the locale when it starts; under
 * {@code LC_ALL=C} names that are not ASCII are lost.
 */
final class FileNames {
    private static final int MOST_SHOWN = 5;

    private FileNames() {}

    static List<Problem> check(String folder, List<String> paths) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String encoding = windows ? "UTF-8" : System.getProperty("sun.jnu.encoding", "UTF-8");
        return check(folder, paths, encoding);
    }

    /**
     * Finds names that Java could not read.
     *
     * @throws PagesException when the encoding of file names is not UTF-8 and some name is not ASCII
     */
    static List<Problem> check(String folder, List<String> paths, String encoding) {
        List<String> foreign = new ArrayList<>();
        for (String path : paths) {
            if (!isAscii(path)) {
                foreign.add(path);
            }
        }
        if (foreign.isEmpty()) {
            return List.of();
        }
        if (!isUtf8(encoding)) {
            throw PagesException.error(Problem.error(
                    Code.FILE_NAME_ENCODING,
                    folder,
                    "holds names that are not ASCII, but Java was started with the file-name encoding " + encoding,
                    "set the environment variable LC_ALL=C.UTF-8 (macOS: en_US.UTF-8) and run Maven again",
                    shown(foreign)));
        }
        return foreign.stream()
                .filter(path -> path.indexOf('\uFFFD') >= 0)
                .map(path -> Problem.error(
                        Code.FILE_NAME_ENCODING,
                        VisibleText.of(folder + "/" + path),
                        "its name is not UTF-8",
                        "rename it"))
                .toList();
    }

    private static String[] shown(List<String> paths) {
        return paths.stream().limit(MOST_SHOWN).map(VisibleText::of).toArray(String[]::new);
    }

    private static boolean isAscii(String path) {
        for (int index = 0; index < path.length(); index++) {
            if (path.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(String encoding) {
        return Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    }
}
