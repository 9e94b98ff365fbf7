package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceReaderTest {

    private static Source read(int minor, String text) {
        return new SourceReader(new Target(minor)).read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCachedSourceIsTheSame() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        SourceReader reader = new SourceReader(new Target(11));
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/cases/scan"))) {
            for (Path file :
                    cases.filter(path -> path.toString().endsWith(".py")).toList()) {
                Source source = reader.read(Files.readAllBytes(file));
                byte[] cached = mapper.writeValueAsBytes(source);
                assertEquals(source, mapper.readValue(cached, Source.class), file.toString());
            }
        }
    }

    @Test
    void theFirstCommentBlockMayTakeAFileOut() {
        assertTrue(read(11, "#!/usr/bin/python\n# helper\n# pages: ignore\nx = 1\n")
                .ignored());
        assertTrue(read(11, "\n#pages:ignore because it is shared\n").ignored());
        assertFalse(read(11, "# a\n\n# pages: ignore\n").ignored());
        assertFalse(read(11, "x = '''\n# pages: ignore\n'''\n").ignored());
        assertFalse(read(11, "# pages: ignored\n").ignored());
    }

    @Test
    void aRelativeImportKeepsHowStronglyItIsNeeded() {
        Source source = read(11, "def f():\n    from .a import b\nimport importlib\nimportlib.import_module('c.d')\n");
        assertEquals(
                List.of(
                        new Import(".a", Import.Kind.RELATIVE, 2, 5, List.of("b"), Import.Kind.LAZY),
                        new Import("importlib", Import.Kind.REQUIRED, 3, 1, List.of()),
                        new Import("c.d", Import.Kind.DYNAMIC, 4, 1, List.of(), Import.Kind.REQUIRED)),
                source.imports());
    }

    @Test
    void branchesAreDecidedForTheTarget() {
        String text =
                """
                      import sys as s
                      from sys import platform as p
                      if s.version_info[:2] < (3, 11): import a
                      if (3, 10, 0) <= s.version_info: import b
                      if p in ('win32', 'cygwin') or s.version_info.minor == 9: import c
                      if not p.startswith('linux') and x: import d
                      """;
        assertEquals(
                List.of("a REQUIRED", "b REQUIRED", "c DEAD", "d DEAD"),
                read(10, text).imports().stream()
                        .filter(one -> !one.module().equals("sys"))
                        .map(one -> one.module() + " " + one.kind())
                        .toList());
        assertEquals(Import.Kind.DEAD, read(11, text).imports().get(2).kind());
        assertEquals(Import.Kind.DEAD, read(8, text).imports().get(3).kind());
        assertEquals(Import.Kind.REQUIRED, read(9, text).imports().get(4).kind());
    }

    @Test
    void eachVersionHasItsGrammar() {
        assertAccepted(9, "with (a as b, c as d): pass\n");
        assertAccepted(10, "match x:\n case {'a': [1, *_], **r} if r: pass\n");
        assertAccepted(11, "def f(*args: *Ts): x[*y]\ntry: pass\nexcept* E: pass\n");
        assertAccepted(12, "type X[T: int, *Ts, **P] = T\nx = f'{f\"{\"a\"}\"}'\n");
        assertAccepted(13, "class A[T = int, *Ts = *U]: pass\n");
        assertAccepted(14, "try: pass\nexcept A, B: pass\nx = t'{y}'\n");
        assertEquals(Optional.empty(), read(8, "def f(a, /, *, b): (c := 1)\n").error());
    }

    private static void assertAccepted(int since, String text) {
        assertEquals(Optional.empty(), read(since, text).error());
        assertTrue(read(since - 1, text).error().isPresent());
    }

    @Test
    void encodingsAreThoseOfCPython() {
        SourceReader reader = new SourceReader(new Target(11));
        byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'x', '=', '1'};
        assertEquals(Optional.empty(), reader.read(marked).error());
        byte[] korean = "# coding: euc-kr\nimport 가\n".getBytes(Charset.forName("EUC-KR"));
        assertEquals("가", reader.read(korean).imports().get(0).module());
        byte[] old = "import a\rimport b\r".getBytes(StandardCharsets.US_ASCII);
        assertEquals(2, reader.read(old).imports().get(1).line());
        assertEquals(1, read(11, "# coding: klingon\n").error().orElseThrow().line());
        assertTrue(read(11, "x = 1\0\n").error().isPresent());
    }

    @Test
    void theSettingsOfDjangoAreFound() {
        assertEquals(
                "a.b",
                read(11, "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'a.b'\n")
                        .djangoSettings());
    }
}
