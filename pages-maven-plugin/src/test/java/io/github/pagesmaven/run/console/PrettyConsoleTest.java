package io.github.pagesmaven.run.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.run.front.RequestRecord;
import io.github.pagesmaven.run.worker.BrokenFunction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrettyConsoleTest {
    private static final RequestRecord REQUEST = new RequestRecord(
            0, "GET", "/api/\u001b[2J\r\n/x", "", 200, "/api/*", 6.2, 27, 3, 10, List.of("7.1 MB body"));

    @Test
    void withoutATerminalThereIsNoEscapeAndNoCarriageReturn() {
        List<String> lines = lines(Style.PLAIN);
        assertTrue(
                lines.stream().noneMatch(line -> line.matches("(?s).*[\\p{Cntrl}\\u0080-\\uffff].*")),
                lines.toString());
    }

    @Test
    void colouredItSaysTheSame() {
        List<String> colored = lines(new Style(true, false)).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9]*m", ""))
                .toList();
        assertEquals(lines(Style.PLAIN), colored);
    }

    @Test
    void aRequestIsToldWithStatusMethodPathAnswerAndTime() {
        String line = lines(Style.PLAIN).get(0);
        assertTrue(line.matches("..:..:..  200  GET .*/api/\\*.*6.2 ms  \\(held 27 ms\\)"), line);
        assertFalse(line.contains("\u001b"));
    }

    private static List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        PrettyConsole console = new PrettyConsole(lines::add, lines::add, style, true, lines::add);
        console.served(REQUEST);
        console.reloaded(new Reload(0, List.of("api/index.py"), "worker 2", 41, "1 request held, longest 27 ms"));
        console.broken(new BrokenFunction("a.py", "a.py:1:2", "SyntaxError: x", List.of("    1 | y")));
        console.started(new Startup("shop", "http://localhost:8088/", "none", List.of("/a"), "", "", 900));
        return lines.stream()
                .map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d", "00:00:00"))
                .toList();
    }
}
