package io.github.pagesmaven.scan.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.python.Interpreter;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompilerTest {
    @Test
    void itTellsInTheInterpretersOwnWordsWhereAMistakeIs(@TempDir Path folder) throws IOException {
        List<Verdict> verdicts = compile(
                folder,
                "x = 1\n",
                "def f():\n    return 1 +\n",
                "return 1\n",
                "\u4f60 = '\u597d'; x = = 1\n",
                "# -*- coding: nonsense -*-\n",
                "if x:\npass\n",
                "x = 1\0\n",
                "x = '\\d'\n");
        assertTrue(verdicts.get(0).refusal().isEmpty());
        Refusal refusal = verdicts.get(1).refusal().orElseThrow();
        assertEquals("SyntaxError", refusal.kind());
        assertEquals("invalid syntax", refusal.message());
        assertEquals(2, refusal.line());
        assertEquals("    return 1 +", refusal.text());
        assertEquals(
                "'return' outside function",
                verdicts.get(2).refusal().orElseThrow().message());
        assertEquals(14, verdicts.get(3).refusal().orElseThrow().column());
        assertTrue(verdicts.get(4).refusal().orElseThrow().message().contains("nonsense"));
        assertEquals("IndentationError", verdicts.get(5).refusal().orElseThrow().kind());
        assertTrue(verdicts.get(6).refusal().isPresent());
        assertTrue(verdicts.get(7).refusal().isEmpty());
    }

    @Test
    void itRunsNothing(@TempDir Path folder) throws IOException {
        Path trace = folder.resolve("trace");
        assertTrue(compile(folder, "open(" + "r'" + trace + "', 'w')\nraise SystemExit(3)\n")
                .get(0)
                .refusal()
                .isEmpty());
        assertFalse(Files.exists(trace));
        assertFalse(Files.exists(folder.resolve("__pycache__")));
    }

    @Test
    void nestingThatTheInterpreterCannotTakeIsARefusal(@TempDir Path folder) throws IOException {
        List<Verdict> verdicts = compile(
                folder,
                "x = " + "(".repeat(100_000) + ")".repeat(100_000) + "\n",
                "x = " + "-".repeat(200_000) + "1\n",
                "x = 1\n");
        assertTrue(verdicts.get(0).refusal().isPresent());
        assertTrue(verdicts.get(1).refusal().isPresent());
        assertTrue(verdicts.get(2).refusal().isEmpty());
    }

    @Test
    void aVerdictDecidesForItsOwnVersionAlone() {
        assertTrue(new Verdict("cpython 3.10.4", null).decidesFor(10));
        assertFalse(new Verdict("cpython 3.10.4", null).decidesFor(1));
        assertFalse(new Verdict("cpython 3.11.4", null).decidesFor(10));
        assertFalse(new Verdict("pypy 3.10.4", null).decidesFor(10));
    }

    private static List<Verdict> compile(Path folder, String... sources) throws IOException {
        Optional<Interpreter> interpreter =
                new Interpreters(System.getenv(), folder).find(Optional.empty(), new PythonVersion(3, 11, 0));
        Assumptions.assumeTrue(interpreter.isPresent(), "no Python was found");
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path file = folder.resolve("a \u4f60 " + files.size() + ".py");
            Files.write(file, source.getBytes(StandardCharsets.UTF_8));
            files.add(file);
        }
        return new SourceCompiler(interpreter.orElseThrow()).compile(files);
    }
}
