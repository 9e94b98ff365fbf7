package io.github.pagesmaven.resolve.lock;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes pylock.toml, lock version 1.0 (PEP 751). */
public final class LockFile {
    static final String TOOL = "pages-maven-plugin";

    /** What writes; a build that only reads does not load it. */
    private static final class Toml {
        private static final TomlMapper MAPPER = new TomlMapper();
    }

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
        LockReader reader = new LockReader(place);
        try {
            return Optional.of(reader.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw reader.unreadable(
                    e.getMessage() == null
                            ? e.getClass().getSimpleName()
                            : e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /**
     * The same, by what was kept when it was read before.
     *
     * @param memory where that is kept
     */
    public static Optional<Lock> read(Path file, String place, Path memory) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ReadLock kept = new ReadLock(memory, Files.readAllBytes(file));
            Optional<Lock> known = kept.find();
            if (known.isPresent()) {
                return known;
            }
            Optional<Lock> lock = read(file, place);
            lock.ifPresent(kept::keep);
            return lock;
        } catch (IOException unreadable) {
            return read(file, place);
        }
    }

    /** Copies a lock as it is; nothing is written where it stands already. */
    public static void copy(Path from, Path to) throws IOException {
        byte[] content = Files.readAllBytes(from);
        if (!Files.exists(to) || !Arrays.equals(content, Files.readAllBytes(to))) {
            replace(to, content);
        }
    }

    /** Writes a lock; the file is whole at any moment. */
    public static void write(Path file, Lock lock, TargetPlatform target) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        replace(file, text(lock, target, folder).getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(temporary, content);
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
        text.append(Toml.MAPPER.writeValueAsString(head));
        for (Pin pin : lock.pins()) {
            text.append("\n[[packages]]\n").append(Toml.MAPPER.writeValueAsString(table(pin)));
            text.append("[[packages.wheels]]\n").append(Toml.MAPPER.writeValueAsString(wheel(pin, folder)));
        }
        text.append("\n[tool.pages]\n");
        text.append(Toml.MAPPER.writeValueAsString(Map.of("target", lock.target())));
        text.append(Toml.MAPPER.writeValueAsString(
                Map.of("fingerprint", Inputs.sha256(lock.inputs().lines()))));
        if (!lock.settings().isEmpty()) {
            text.append(Toml.MAPPER.writeValueAsString(Map.of("settings", lock.settings())));
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
            String line = Toml.MAPPER.writeValueAsString(Map.of("e", element)).strip();
            text.append("  ")
                    .append(line.substring(line.indexOf('=') + 1).strip())
                    .append(",\n");
        }
        text.append("]\n");
    }
}
