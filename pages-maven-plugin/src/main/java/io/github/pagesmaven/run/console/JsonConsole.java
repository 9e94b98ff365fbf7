package io.github.pagesmaven.run.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One JSON object per line, for programs: {@code event} says what it is. */
public final class JsonConsole implements RunListener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> out;
    private final Consumer<String> debug;

    /**
     * @param out takes each line
     * @param debug takes what is told with -X
     */
    public JsonConsole(Consumer<String> out, Consumer<String> debug) {
        this.out = out;
        this.debug = debug;
    }

    private void tell(String event, Object content) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        if (content instanceof String text) {
            line.put("text", text);
        } else {
            line.put(event, content);
        }
        try {
            out.accept(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void started(Startup startup) {
        tell("started", startup);
    }

    @Override
    public void served(RequestRecord request) {
        tell("request", request);
    }

    @Override
    public void reloaded(Reload reload) {
        tell("reload", reload);
    }

    @Override
    public void broken(BrokenFunction function) {
        tell("broken", function);
    }

    @Override
    public void problem(Problem problem) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("code", problem.code().id());
        content.put("severity", problem.severity().name());
        content.put("where", problem.where());
        content.put("what", problem.what());
        content.put("details", problem.details());
        content.put("fix", problem.fix());
        tell("problem", content);
    }

    @Override
    public void printed(String line) {
        tell("printed", line);
    }

    @Override
    public void note(String text) {
        tell("note", text);
    }

    @Override
    public void show(List<String> lines) {
        tell("shown", lines);
    }

    /** A program has no screen. */
    @Override
    public void clear() {}

    @Override
    public void debug(String text) {
        debug.accept(text);
    }
}
