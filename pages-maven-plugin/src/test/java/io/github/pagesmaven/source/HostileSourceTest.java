package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pagesmaven.source.entry.EntryFinder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sources that would take for ever if anything took quadratic time, or overflow a stack if anything recursed. */
class HostileSourceTest {
    private static final int MANY = 100_000;
    /** Far from what they take, so that a slow machine passes and quadratic time does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestFactory
    Stream<DynamicTest> repetitionIsReadInItsTimeAndNestingNeverOverflows() {
        return Stream.concat(
                repetitions().map(text -> test(text, true)), nestings().map(text -> test(text, false)));
    }

    private static Stream<String> repetitions() {
        return Stream.of(
                repeated("", "a.", "b"),
                repeated("x = ", "not ", "x"),
                repeated("x", " + x", ""),
                repeated("x", " and x", ""),
                repeated("x = (", "1, ", ")"),
                repeated("", "@d\n", "def f(): pass"),
                repeated(MANY / 10, "if a: pass\n", "if a:\n app = f(app)\n", ""),
                repeated("", "app = app\n", ""),
                repeated("try: pass\n", "except A: pass\n", ""),
                repeated("import a", ", a", ""),
                repeated("", "\\\n", "\n"),
                repeated("x = '", "\\\\", "'"),
                repeated("x = f'", "{a}", "'"),
                repeated(MANY / 10, "handler = 1\n", "class handler(handler): pass\n", ""),
                repeated("class handler: pass\n", "handler.do_GET = f\n", ""),
                chain("def fI(): return fJ()\n", "app = f1()\n"),
                "def f():\n" + chain(" aI = aJ\n", " return a1\n") + "app = f()\n",
                chain("class cI(cJ, dJ): pass\ndI = cI\n", "handler = c1\n"));
    }

    private static Stream<String> nestings() {
        return Stream.of(
                repeated("", "(", ""),
                repeated("", "[{", ""),
                repeated("x", "**x", ""),
                repeated("x", " if x else x", ""),
                repeated("", "lambda: ", "x"),
                repeated("", "f'{", ""),
                repeated("x = '", "a", ""),
                repeated("x = '''", "a\n", ""),
                repeated("(", "a b ", ""),
                repeated("", "print a\n", ""),
                repeated("if a: pass\n", "elif b: pass\n", ""),
                "(".repeat(150) + " a b " + ")".repeat(150),
                "(lambda x: ".repeat(100) + " a b " + ")".repeat(100));
    }

    private static String repeated(String before, String text, String after) {
        return repeated(MANY, before, text, after);
    }

    /** Fewer are enough where each is a name to follow, step by step. */
    private static String repeated(int times, String before, String text, String after) {
        return before + text.repeat(times) + after + "\n";
    }

    private static String chain(String link, String end) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 5_000; i++) {
            text.append(link.replace("I", String.valueOf(i)).replace("J", String.valueOf(i + 1)));
        }
        return text.append(end).toString();
    }

    private static DynamicTest test(String text, boolean accepted) {
        String name = text.substring(0, Math.min(40, text.length())).replace('\n', ' ');
        return DynamicTest.dynamicTest(
                name,
                () -> assertTimeoutPreemptively(PATIENCE, () -> {
                    for (int minor : new int[] {10, 12}) {
                        Source source = Readings.read(
                                new SourceReader(new Target(minor)), text.getBytes(StandardCharsets.UTF_8));
                        assertEquals(accepted, source.error().isEmpty(), () -> source.error()
                                .toString());
                        new EntryFinder(module -> Optional.empty()).find(source);
                    }
                }));
    }
}
