package io.github.pagesmaven.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.run.front.LimitMode;
import io.github.pagesmaven.run.watch.WatchMode;
import io.github.pagesmaven.run.worker.ReloadMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's longest duration of a function, as the project has set it: ten seconds at least. */
@Tag("soak")
class LimitsTest {
    private static final String RULES = "{\"cloudFunctions\": {\"python\": {\"maxDuration\": 10}}}";

    @TempDir
    Path folder;

    @Test
    void enforcedALongFunctionIsAnswered504AndOthersLiveOn() throws Exception {
        try (Running running = start(LimitMode.ENFORCE)) {
            HttpResponse<String> late = running.get("/slow");
            assertEquals(504, late.statusCode());
            assertTrue(late.body().contains("maxDuration"), late.body());
            assertEquals("soon", running.get("/quick").body());
        }
    }

    @Test
    void elseItIsAnsweredAndTheLimitIsTold() throws Exception {
        try (Running running = start(LimitMode.WARN)) {
            assertEquals("late", running.get("/slow").body());
            List<String> notes = List.of("took 10 s, the platform ends a function after 10 s");
            Running.waitUntil("the limit is told", () -> running.heard.requests.stream()
                    .anyMatch(request -> request.notes().equals(notes)));
        }
    }

    private Running start(LimitMode limits) throws Exception {
        TestProject project = new TestProject(folder)
                .answering("slow.py", "b'late' if __import__('time').sleep(10.4) is None else b''")
                .answering("quick.py", "b'soon'")
                .put("edgeone.json", RULES);
        return Running.start(project, Running.settings(ReloadMode.AUTO, WatchMode.REQUEST, limits));
    }
}
