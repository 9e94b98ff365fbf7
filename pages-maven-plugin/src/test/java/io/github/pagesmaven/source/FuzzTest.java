package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.source.entry.EntryFinder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, there is an answer, in a thread with a small stack and in bounded time. */
class FuzzTest {
    private static final int STACK = 512 * 1024;
    private static final int ROUNDS = Integer.getInteger("pages.test.fuzz", 1_500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] WORDS = {
        "(", ")", "[", "]", "{", "}", ":", ",", ";", ".", "=", ":=", "==", "->", "*", "**", "@", "+", "-", "~", "not ",
        "if ", "else ", "elif ", "for ", "in ", "is ", "while ", "with ", "as ", "def ", "class ", "async ", "await ",
        "lambda ", "yield ", "return ", "import ", "from ", "try", "except ", "finally", "match ", "case ", "type ",
        "print ", "x", "y", "1", "0x", "1.e", "'", "\"", "\"\"\"", "'''", "f'", "f\"", "rb'", "{x", "x}", "!r", "\\",
        "\n", "\n", "\n    ", "\n  ", "\t", "\f", "\r", "#", "\\\n", "é", "$", "?", "!", "\uFEFF", "\0", "_", "\\N{",
    };

    @Test
    void randomBytesAreAnswered() throws InterruptedException {
        Random random = new Random(1);
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            inputs.add(bytes);
        }
        readAll(inputs);
    }

    @Test
    void wordsInAnyOrderAreAnswered() throws InterruptedException {
        Random random = new Random(2);
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(60); words > 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
            }
            inputs.add(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        readAll(inputs);
    }

    @Test
    void whatIsNestedWithoutEndIsAnsweredOnASmallStack() throws InterruptedException {
        List<byte[]> inputs = new ArrayList<>();
        for (String one : List.of(
                "(",
                "[",
                "{",
                "{1:",
                "f(",
                "a[",
                "not ",
                "-",
                "lambda: ",
                "lambda x=",
                "a if b else ",
                "a**",
                "await ",
                "*",
                "f'{",
                "f\"{x:{",
                "x = ",
                "x: ",
                "(yield ",
                "[x for x in ",
                "a.b",
                "a or ",
                "a < ",
                "@",
                "if a: ",
                "match (",
                "case [",
                "async ",
                "'a' ",
                "try: ",
                "else: ",
                "print ",
                "x := ",
                "(x := ",
                "{**",
                "+a",
                "(lambda: ",
                "(not -",
                "f({'a': [",
                "x[lambda: (")) {
            for (int count : new int[] {150, 190, 250, 5_000, 100_000}) {
                inputs.add(one.repeat(count).getBytes(StandardCharsets.UTF_8));
            }
        }
        inputs.add(blocks(99));
        inputs.add(blocks(150));
        readAll(inputs);
    }

    @Test
    void oneHundredBlocksAndTwoHundredBracketsAreRead() throws InterruptedException {
        byte[] brackets = ("x = " + "(".repeat(199) + "1" + ")".repeat(199) + "\n").getBytes(StandardCharsets.UTF_8);
        Source[] read = new Source[2];
        onSmallStack(() -> {
            SourceReader reader = new SourceReader(new Target(11));
            read[0] = reader.read(blocks(99));
            read[1] = reader.read(brackets);
        });
        assertEquals(Optional.empty(), read[0].error());
        assertEquals(Optional.empty(), read[1].error());
    }

    @Test
    void theStackOfTheCallerMakesNoDifference() throws InterruptedException {
        byte[] lambdas = "lambda x=".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        byte[] negations = ("x = " + "not ".repeat(850) + "a\n").getBytes(StandardCharsets.UTF_8);
        SourceReader reader = new SourceReader(new Target(11));
        for (byte[] input : List.of(lambdas, negations)) {
            List<Optional<SyntaxProblem>> errors = new ArrayList<>();
            for (int stack : new int[] {160 * 1024, STACK, 256 * STACK}) {
                onStack(stack, () -> errors.add(reader.read(input).error()));
            }
            assertEquals(List.of(errors.get(2), errors.get(2), errors.get(2)), errors);
        }
    }

    private static byte[] blocks(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("if x:\n");
        }
        text.append(" ".repeat(depth)).append("pass\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void readAll(List<byte[]> inputs) throws InterruptedException {
        onSmallStack(() -> {
            for (int minor : new int[] {8, 11, 14}) {
                SourceReader reader = new SourceReader(new Target(minor));
                for (byte[] input : inputs) {
                    Source source = Readings.read(reader, input);
                    new EntryFinder(name -> Optional.empty()).find(source);
                    source.error().ifPresent(problem -> {
                        assertTrue(problem.line() > 0 && problem.column() > 0, problem::toString);
                        assertFalse(problem.message().isEmpty());
                    });
                }
            }
        });
    }

    private static void onSmallStack(Runnable task) throws InterruptedException {
        onStack(STACK, task);
    }

    private static void onStack(int bytes, Runnable task) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, task, "small", bytes);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((same, error) -> thrown.add(error));
        thread.start();
        thread.join(PATIENCE.toMillis());
        assertFalse(thread.isAlive(), "the reader does not come to an end");
        assertEquals(List.of(), thrown);
    }
}
