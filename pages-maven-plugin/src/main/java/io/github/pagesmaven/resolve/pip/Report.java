package io.github.pagesmaven.resolve.pip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.resolve.pip.PipAnswer.SourcePin;
import io.github.pagesmaven.resolve.wheel.Pin;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads pip's installation report, version 1 ({@code pip install --report}). */
record Report(List<Pin> pins, List<SourcePin> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Report read(Path file) throws IOException {
        List<Pin> pins = new ArrayList<>();
        List<SourcePin> sources = new ArrayList<>();
        for (JsonNode item : JSON.readTree(file.toFile()).path("install")) {
            String url = item.path("download_info").path("url").asText();
            String fileName = fileName(url);
            JsonNode metadata = item.path("metadata");
            String name = ProjectName.normalize(metadata.path("name").asText());
            String version = metadata.path("version").asText();
            if (fileName.endsWith(".whl") && item.path("download_info").has("archive_info")) {
                pins.add(new Pin(
                        name,
                        version,
                        fileName,
                        url,
                        sha256(item.path("download_info").path("archive_info")),
                        0,
                        item.path("is_direct").asBoolean(),
                        metadata.path("requires_python").asText(""),
                        item.path("is_yanked").asBoolean()));
            } else {
                sources.add(new SourcePin(name, version));
            }
        }
        pins.sort(Comparator.comparing(Pin::name));
        return new Report(List.copyOf(pins), List.copyOf(sources));
    }

    private static String sha256(JsonNode archive) {
        String hash = archive.path("hashes").path("sha256").asText("");
        String legacy = archive.path("hash").asText("");
        return hash.isEmpty() && legacy.startsWith("sha256=") ? legacy.substring("sha256=".length()) : hash;
    }

    private static String fileName(String url) {
        String path = url.split("[?#]", 2)[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return last;
        }
    }
}
