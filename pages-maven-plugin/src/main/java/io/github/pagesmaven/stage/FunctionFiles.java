package io.github.pagesmaven.stage;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The user's files that go into a bundle.
 *
 * @param bundled their paths below the functions folder, sorted
 * @param problems what was left out, and why
 */
record FunctionFiles(List<String> bundled, List<Problem> problems) {
    private static final Set<String> BUILD_FILES =
            Set.of("requirements.txt", "pylock.toml", "pages.yaml", "pom.xml", ".DS_Store", "Thumbs.db");
    private static final long LARGEST_KEY_FILE = 4 << 20;

    static FunctionFiles of(StageRequest request) throws IOException {
        Path root = request.functions().toRealPath();
        String shown = request.functions().getFileName() + "/";
        List<String> bundled = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<Problem> errors = new ArrayList<>();
        for (String path : request.files().stream().sorted().toList()) {
            if (request.requirementFiles().contains(path) || BUILD_FILES.contains(path)) {
                continue;
            }
            Path file = request.functions().resolve(path);
            Optional<String> reason = Secrets.byName(path);
            if (!file.toRealPath().startsWith(root)) {
                errors.add(link(shown + path));
            } else if (reason.isPresent()) {
                leftOut.add(shown + path + " " + reason.get());
            } else if (!holdsKey(file)) {
                bundled.add(path);
            } else if (path.endsWith(".py")) {
                errors.add(sourceWithKey(shown + path));
            } else {
                leftOut.add(shown + path + " holds a private key");
            }
        }
        if (!errors.isEmpty()) {
            throw PagesException.failure(errors);
        }
        return new FunctionFiles(List.copyOf(bundled), leftOut.isEmpty() ? List.of() : List.of(warning(leftOut)));
    }

    private static boolean holdsKey(Path file) throws IOException {
        return Files.size(file) <= LARGEST_KEY_FILE && Secrets.holdsPrivateKey(Files.readAllBytes(file));
    }

    static Problem warning(List<String> leftOut) {
        return Problem.warning(
                Code.SECRET_LEFT_OUT,
                "",
                leftOut.size() == 1
                        ? "a file was left out of the zip"
                        : leftOut.size() + " files were left out of the zip",
                "set secrets as environment variables of the deployed project; move or exclude the files to silence this",
                leftOut.toArray(String[]::new));
    }

    private static Problem sourceWithKey(String path) {
        return Problem.error(
                Code.SECRET_LEFT_OUT,
                path,
                "the source holds a private key, and may not be deployed so",
                "read the key from an environment variable");
    }

    private static Problem link(String path) {
        return Problem.error(
                Code.LINK_OUTSIDE, path, "the link leaves the functions folder", "copy the file into the folder");
    }
}
