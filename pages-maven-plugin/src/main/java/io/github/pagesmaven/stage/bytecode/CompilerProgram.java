package io.github.pagesmaven.stage.bytecode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of the Python program that compiles. */
final class CompilerProgram {
    private static final String PROGRAM = "/io/github/pagesmaven/python/pages_build/compile_bytecode.py";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode request = JSON.createObjectNode();
    private final ArrayNode own = request.putArray("own");
    private final ArrayNode archives = request.putArray("archives");
    private final ArrayNode names = request.putArray("names");
    private final ArrayNode sources = request.putArray("sources");

    /** One file of the project or the runtime. */
    void compile(Path source, String name, Path target) {
        own.addObject().put("source", source.toString()).put("name", name).put("target", target.toString());
    }

    /**
     * A distribution to compile into an archive.
     *
     * @param wheel where its sources are read: what stands in a project may have been edited
     * @param prefix what the names of its files begin with in the bytecode
     * @param entries names of the wheel's entries by the paths that they have below the folder of packages
     */
    void compile(Path archive, Path wheel, String prefix, Map<String, String> entries) {
        ObjectNode files = archives.addObject()
                .put("archive", archive.toString())
                .put("wheel", wheel.toString())
                .put("prefix", prefix)
                .putObject("files");
        entries.forEach(files::put);
    }

    /** A distribution that was compiled before. */
    void read(Path archive) {
        archives.addObject().put("archive", archive.toString());
    }

    /** A dotted name that the bundle imports. */
    void follow(String name) {
        names.add(name);
    }

    /** A file whose imports are followed. */
    void follow(Path source) {
        sources.add(source.toString());
    }

    /**
     * Runs it.
     *
     * @return for each archive, in order, the sources that are imported
     */
    List<List<String>> run(Interpreter interpreter) throws IOException {
        Command command = Command.of(interpreter.executable(), List.of("-I", "-S", "-X", "utf8", "-c", program()))
                .with("PYTHONHASHSEED", "0")
                .fed(JSON.writeValueAsString(request));
        Outcome outcome;
        try {
            outcome = ChildProcess.run(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", e);
        }
        if (!outcome.succeeded()) {
            List<String> errors = outcome.errors();
            throw new IOException(interpreter.executable() + " cannot compile: "
                    + (errors.isEmpty() ? "exit code " + outcome.exitCode() : errors.get(errors.size() - 1)));
        }
        List<List<String>> selected = new ArrayList<>();
        for (JsonNode list : JSON.readTree(outcome.text()).path("selected")) {
            List<String> paths = new ArrayList<>();
            list.forEach(path -> paths.add(path.asText()));
            selected.add(paths);
        }
        return selected;
    }

    private static String program() throws IOException {
        try (InputStream in = CompilerProgram.class.getResourceAsStream(PROGRAM)) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar has no " + PROGRAM);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
