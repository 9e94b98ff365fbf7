package io.github.pagesmaven.build;

import io.github.pagesmaven.requirement.Credentials;
import io.github.pagesmaven.resolve.ResolveRequest;
import io.github.pagesmaven.resolve.lock.Settings;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.scan.FunctionTree;
import io.github.pagesmaven.scan.ReaderVersion;
import io.github.pagesmaven.scan.SourceFile;
import io.github.pagesmaven.source.Import;
import io.github.pagesmaven.source.entry.Entry;
import io.github.pagesmaven.source.entry.InnerRoute;
import io.github.pagesmaven.zip.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that something is made from, as one checksum. This build of the plugin always belongs to it. Where there
 * may be passwords, in pip's settings and in the user's files, they are taken out before.
 */
final class Origin {
    private final StringBuilder text = new StringBuilder();

    private Origin() {
        add(ReaderVersion.text());
    }

    /** What routes follow from: the functions with their entries, and the static files that go before them. */
    static String ofRoutes(FunctionTree tree, List<String> assets) {
        Origin origin = new Origin();
        origin.add(tree.folderName());
        for (SourceFile source : tree.sources()) {
            origin.add(source.path());
            if (source.entry().isPresent()) {
                origin.addEntry(source.entry().get());
            }
        }
        origin.addAll(assets);
        return checksum(origin.text.toString());
    }

    /**
     * What a resolution follows from, but for the user's requirements files: parameters, pip's settings, the locks,
     * what the sources import and where.
     *
     * @throws IOException when a lock cannot be read
     */
    static String ofResolution(BuildRequest request, TargetPlatform platform, FunctionTree tree) throws IOException {
        Origin origin = new Origin();
        origin.addParameters(request, platform);
        for (Path folder :
                List.of(request.project().directory(), request.project().work())) {
            Path lock = folder.resolve(ResolveRequest.LOCK);
            origin.add(Files.exists(lock) ? Files.readString(lock) : "");
        }
        origin.add(tree.folderName());
        for (SourceFile source : tree.sources()) {
            origin.addImports(source);
        }
        return checksum(origin.text.toString());
    }

    /**
     * One of the user's files.
     *
     * @throws IOException when it cannot be read
     */
    static String ofFile(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        return checksum(Credentials.strip(content));
    }

    private void addParameters(BuildRequest request, TargetPlatform platform) {
        Path directory = request.project().directory();
        add(request.pluginVersion());
        add(platform.toString());
        add(platform.python().toString());
        add(request.requirements().accelerators());
        add(request.requirements().allowSourceBuild() ? "builds" : "");
        add(directory.toString());
        new TreeMap<>(request.requirements().importMap()).forEach((module, name) -> add(module + "=" + name));
        add(Settings.fingerprint(Optional.empty(), System.getenv(), directory, List.of()));
    }

    private void addEntry(Entry entry) {
        add(entry.mode().name() + " " + entry.symbol() + ":" + entry.line());
        add(entry.framework().orElse("") + " " + entry.djangoSettings().orElse(""));
        addAll(entry.methods());
        for (InnerRoute route : entry.routes()) {
            add(route.method() + " " + route.pattern());
        }
    }

    private void addImports(SourceFile source) {
        add(source.path());
        if (source.entry().isPresent()) {
            Entry entry = source.entry().get();
            add(entry.mode().name() + " " + entry.framework().orElse(""));
        }
        for (Import one : source.source().imports()) {
            add(one.kind().name() + " " + one.need().name() + " " + one.line() + ":" + one.column());
            add(one.module());
            addAll(one.names());
        }
    }

    private void addAll(List<String> parts) {
        add(String.valueOf(parts.size()));
        for (String part : parts) {
            add(part);
        }
    }

    /** Texts in a row are told apart by their lengths. */
    private void add(String part) {
        text.append(part.length()).append(' ').append(part).append('\n');
    }

    private static String checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Checksum checksum = new Checksum();
        checksum.update(bytes, bytes.length);
        return checksum.toString();
    }
}
