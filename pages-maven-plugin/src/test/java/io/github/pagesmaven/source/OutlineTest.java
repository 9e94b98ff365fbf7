package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way of reading accepts nothing that the grammar refuses, and finds the same imports. */
class OutlineTest {
    private static final Path CASES = Path.of("src/test/resources/cases/scan");
    private static final int MUTANTS = 60;
    private static final long SEED = 99;
    /** What is put into valid lines: more than a person writes by mistake. */
    private static final String[] PIECES = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        "=",
        ":=",
        "*",
        "**",
        ".",
        "-",
        "==",
        "@",
        "->",
        "...",
        "\n",
        "\n    ",
        "lambda ",
        "lambda x: ",
        "lambda *a, b: ",
        "if ",
        " if x else ",
        "else ",
        "for ",
        " for x in ",
        "in ",
        "not ",
        " and ",
        "is ",
        "await ",
        "async ",
        "yield ",
        "x ",
        "1 ",
        "'s' ",
        "b's' ",
        "f'{x!r:>{y}}' ",
        "rb'' ",
        "'\\x' ",
        "import_module('x')",
        "import a\n",
        "raise ",
        "except ",
        "try:\n",
        "x: int = ",
        "a, b: int",
        "x: int, y",
        "x = y: int",
        "*a, b = ",
        "x += y = ",
        "return ",
        "return x = ",
        "del x, *y",
        "(a, *b) ",
        "[a, b] ",
        "{**a, ",
        "{*a, ",
        "f(**k, *a)",
        "f(a=1, b",
        "x[a:b, ::c] ",
        "x[lambda:1] ",
        " for x, (y, z) in ",
        "global app",
        "app = 1\n"
    };

    private static Source outline(String text) {
        return new SourceReader(new Target(11)).outline(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mutantsAreReadAlikeInBothWays() throws IOException {
        Random random = new Random(SEED);
        List<Path> files;
        try (Stream<Path> listed = Files.list(CASES)) {
            files = listed.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
        for (int minor : new int[] {8, 11, 14}) {
            SourceReader reader = new SourceReader(new Target(minor));
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (int i = 0; i < MUTANTS; i++) {
                    Readings.read(reader, mutant(text, random).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private static String mutant(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int removed = Math.min(random.nextInt(4), text.length() - at);
        return text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(at + removed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = a if b else c or not d is not e not in f",
                "x.y[1:2, ::3], (a, [b, c]), d = e = f(*g, h=i, **j)",
                "return_ = [x for x, (y, z) in a if b if c for d in e], {**a, 'b': c}, {d: e for d in f}, {*g, h}",
                "x: int = -1 ** ~2",
                "x += lambda a, *b, **c: (lambda: a)(b)",
                "'a' 'b\\n' f'{c!r:>{d}}' r'e'",
                "[a, b] = (c, d), = await_ = 1, 2",
                "f(x for x in y)[0].z(not a, (b))"
            })
    void mostLinesAreSkimmed(String line) {
        Source read = outline("import os\n" + line + "\n");
        assertTrue(read.outline(), () -> read.error().toString());
        assertEquals(1, read.imports().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x:",
                "x: int, y",
                "x: int = y = 3",
                "a, b: int",
                "x += y = 1",
                "x = y += 1",
                "f() = 1",
                "a + b = c",
                "(a) (b) = c",
                "[a, 1] = c",
                "x[lambda:]",
                "x[lambda::1]",
                "f(a=1, b)",
                "f(**a, *b)",
                "f(**a, b)",
                "f(a for a in b, c)",
                "f(c, a for a in b)",
                "[*a for a in b]",
                "{**a for a in b}",
                "{a: b, c}",
                "{a, b: c}",
                "(*a)",
                "x = (yield = 1)",
                "a if b",
                "a if lambda: b else c",
                "not",
                "a not b",
                "a < not b",
                "- not a",
                "await -a",
                "lambda *a, b=1, *c: a",
                "a.1",
                "x[]",
                "x[1:2:3:4]",
                "b'a' 'b'",
                "[a for b.c() in d]",
                "[a for a in b if c else d]",
                "[a for a, in]",
                "return = 1",
                "import_module(",
                "f(,)",
                "{,}",
                "(,)",
                "~"
            })
    void mistakesAreLeftToTheGrammar(String line) {
        assertTrue(outline("import os\n" + line + "\n").error().isPresent());
    }

    @Test
    void onlyAFileWithoutTheNameOfAnEntryHasAnOutline() {
        assertTrue(outline("def f(x):\n    handler = app\n").outline());
        assertFalse(outline("app = 1\n").outline());
        assertFalse(outline("if x:\n    from y import z as handler\n").outline());
        assertFalse(outline("def f():\n    global app\n    app = 1\n").outline());
        assertFalse(outline("class handler(x): pass\n").outline());
    }

    @Test
    void importsInAnOutlineDependOnWhatIsAroundThem() {
        String text =
                """
                import sys
                if sys.version_info < (3, 8):
                    import dead
                try:
                    import optional
                except ImportError:
                    optional = None
                try:
                    import required
                except ImportError:
                    print('needed')
                    raise
                def f():
                    x = 1
                    with suppress(ImportError):
                        if TYPE_CHECKING: import typed
                    y = __import__('dynamic')
                """;
        Source read = Readings.read(new SourceReader(new Target(11)), text.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "[sys REQUIRED, dead DEAD, optional OPTIONAL, required REQUIRED, typed TYPING, dynamic DYNAMIC]",
                read.imports().stream()
                        .map(found -> found.module() + " " + found.kind())
                        .toList()
                        .toString());
        assertTrue(outline("try:\n import a\nexcept ImportError:\n raise\n").outline());
    }
}
