package io.github.pagesmaven.resolve.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes pylock.toml, lock version 1.0 (PEP 751). */
public final class LockFile {
    private static final TomlMapper TOML = new TomlMapper();
    private static final String TOOL = "pages-maven-plugin";

    private LockFile() {}

    /**
     * The lock in a file; empty when there is no file.
     *
     * @throws PagesException PAGES-013 when the file is no lock of this plugin
     */
    public static Optional<Lock> read(Path file, String place) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = TOML.readTree(Files.readAllBytes(file));
            JsonNode tool = root.path("tool").path("pages");
            if (!root.path("lock-version").asText().startsWith("1.") || tool.isMissingNode()) {
                throw PagesException.failure(unreadable(place, "it was not written by " + TOOL));
            }
            List<Pin> pins = new ArrayList<>();
            root.path("packages").forEach(node -> pins.add(pin(node, place)));
            return Optional.of(new Lock(
                    pins,
                    tool.path("target").asText(),
                    new Inputs(texts(tool.path("requirements"))),
                    tool.path("settings").asText(""),
                    texts(tool.path("notes"))));
        } catch (IOException e) {
            String reason = e.getMessage() == null
                    ? e.getClass().getSimpleName()
                    : e.getMessage().lines().findFirst().orElse("");
            throw PagesException.failure(unreadable(place, reason));
        }
    }

    private static Pin pin(JsonNode node, String place) {
        JsonNode wheel = node.path("wheels").path(0);
        String sha256 = wheel.path("hashes").path("sha256").asText();
        String fileName = wheel.path("name").asText();
        String name = node.path("name").asText();
        if (!sha256.matches("[0-9a-f]{64}")
                || !fileName.matches("[^/\\\\]+\\.whl")
                || node.path("wheels").size() != 1) {
            throw PagesException.failure(
                    unreadable(place, "package '" + name + "' has not exactly one wheel with its sha256"));
        }
        return new Pin(
                ProjectName.normalize(name),
                node.path("version").asText(),
                fileName,
                wheel.path("url").asText(),
                sha256,
                wheel.path("size").asLong(),
                node.path("tool").path("pages").path("direct").asBoolean(),
                node.path("requires-python").asText(""),
                node.path("tool").path("pages").path("yanked").asBoolean());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Problem unreadable(String place, String reason) {
        return Problem.error(
                Code.LOCK_MISMATCH,
                place,
                "the lock file cannot be used: " + reason,
                "mvn pages:lock writes a new one in its place; or move the file away");
    }

    /** Writes a lock; the file is whole at any moment. */
    public static void write(Path file, Lock lock, TargetPlatform target) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(temporary, text(lock, target, folder));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static String text(Lock lock, TargetPlatform target, Path folder) throws IOException {
        StringBuilder text = new StringBuilder("# Written by pages:lock; commit it, do not edit it.\n");
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("lock-version", "1.0");
        head.put(
                "environments",
                List.of("implementation_name == 'cpython' and sys_platform == '" + target.system()
                        + "' and platform_machine == '" + target.architecture() + "' and python_version == '"
                        + target.python().majorMinor() + "'"));
        head.put("requires-python", "==" + target.python().majorMinor() + ".*");
        head.put("created-by", TOOL);
        text.append(TOML.writeValueAsString(head));
        for (Pin pin : lock.pins()) {
            text.append("\n[[packages]]\n").append(TOML.writeValueAsString(table(pin)));
            text.append("[[packages.wheels]]\n").append(TOML.writeValueAsString(wheel(pin, folder)));
        }
        text.append("\n[tool.pages]\n");
        text.append(TOML.writeValueAsString(Map.of("target", lock.target())));
        text.append(TOML.writeValueAsString(
                Map.of("fingerprint", Inputs.sha256(lock.inputs().lines()))));
        if (!lock.settings().isEmpty()) {
            text.append(TOML.writeValueAsString(Map.of("settings", lock.settings())));
        }
        list(text, "requirements", lock.inputs().lines());
        list(text, "notes", lock.notes());
        return text.toString();
    }

    private static Map<String, Object> table(Pin pin) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", pin.name());
        table.put("version", pin.version());
        if (!pin.requiresPython().isEmpty()) {
            table.put("requires-python", pin.requiresPython());
        }
        if (pin.direct() || pin.yanked()) {
            table.put("tool", Map.of("pages", Map.of("direct", pin.direct(), "yanked", pin.yanked())));
        }
        return table;
    }

    private static Map<String, Object> wheel(Pin pin, Path folder) {
        Map<String, Object> wheel = new LinkedHashMap<>();
        wheel.put("name", pin.fileName());
        Optional<String> below = below(folder, pin.url());
        wheel.put(below.isPresent() ? "path" : "url", below.orElse(Credentials.strip(pin.url())));
        wheel.put("size", pin.size());
        wheel.put("hashes", Map.of("sha256", pin.sha256()));
        return wheel;
    }

    /** The path of a wheel that stands in the project: an address would be this machine's. */
    private static Optional<String> below(Path folder, String url) {
        try {
            Path wheel = url.startsWith("file:") ? Path.of(URI.create(url)) : folder;
            return wheel.startsWith(folder) && !wheel.equals(folder)
                    ? Optional.of(folder.relativize(wheel).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    /** One element on a line, so that a change shows as one line. */
    private static void list(StringBuilder text, String name, List<String> elements) throws IOException {
        text.append(name).append(" = [\n");
        for (String element : elements) {
            String line = TOML.writeValueAsString(Map.of("e", element)).strip();
            text.append("  ")
                    .append(line.substring(line.indexOf('=') + 1).strip())
                    .append(",\n");
        }
        text.append("]\n");
    }
}
