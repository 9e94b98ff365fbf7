package io.github.pagesmaven.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pagesmaven.problem.PagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesYamlTest {
    @TempDir
    Path project;

    @Test
    void threePointTenStaysThreePointTen() throws IOException {
        assertEquals("3.10", values("pythonVersion: 3.10\n").text("pythonVersion", null));
    }

    @Test
    void offStaysOff() throws IOException {
        assertEquals("off", values("precompile: off\n").choice("precompile", null, List.of("auto", "on", "off")));
    }

    @Test
    void theFileComesAfterMavenAndBeforeTheDefault() throws IOException {
        Values values = values("glibc: '2.28'\narchitecture: aarch64\n");
        assertEquals("2.34", values.text("glibc", "2.34"));
        assertEquals("2.28", values.text("glibc", null));
        assertEquals("auto", values.text("precompile", null));
    }

    @Test
    void goalsAreNestedMaps() throws IOException {
        assertTrue(values("scan:\n  skip: true\n").flag("scan.skip", null));
    }

    @Test
    void listsAndMapsAreRead() throws IOException {
        Values values = values("excludes: [drafts/**, '*.bak']\nimportMap:\n  acme_utils: acme-utils\n");
        assertEquals(List.of("drafts/**", "*.bak"), values.list("excludes", null));
        assertEquals(Map.of("acme_utils", "acme-utils"), values.map("importMap", null));
    }

    @Test
    void anEmptyFileHasNoValues() throws IOException {
        assertEquals(Optional.empty(), values("# nothing yet\n").optional("python", null));
    }

    @Test
    void everyUnknownKeyIsToldWithItsNearest() {
        PagesException e = assertThrows(
                PagesException.class, () -> values("functionDirectory: x\nscan: {skp: true}\nprecompile: off\n"));
        assertEquals(2, e.problems().size());
        assertTrue(message(e).contains("'functionDirectory'") && message(e).contains("'functionsDirectory'"));
        assertTrue(message(e).contains("'scan.skp'") && message(e).contains("'scan.skip'"));
        assertEquals("pages.yaml:1:1", e.problems().get(0).where());
        assertEquals("pages.yaml:2:8", e.problems().get(1).where());
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        PagesException e = assertThrows(PagesException.class, () -> values("glibc: '2.17\nlayout: flat\n"));
        assertTrue(message(e).startsWith("PAGES-022 pages.yaml:"), e.getMessage());
    }

    @Test
    void everyWrongValueIsToldWithItsPlace() throws IOException {
        Values values = values("layout: square\nrun: {port: many, log: [a]}\n");
        assertEquals("pages", values.choice("layout", null, List.of("pages", "flat")));
        values.number("run.port", null, 0, 65535);
        values.choice("run.log", null, List.of("pretty", "json"));
        values.flag("slim", Boolean.FALSE);
        values.choice("precompile", "perhaps", List.of("auto", "on", "off"));
        PagesException e = assertThrows(PagesException.class, values::judge);
        assertEquals(
                List.of(
                        "PAGES-022 pages.yaml:1:1 layout  'square' is none of pages, flat",
                        "PAGES-022 pages.yaml:2:7 run.port  'many' is no number from 0 to 65535",
                        "PAGES-022 pages.yaml:2:19 run.log  is no single value",
                        "PAGES-022 <precompile>  'perhaps' is none of auto, on, off"),
                e.problems().stream().map(problem -> problem.lines().get(0)).toList());
    }

    @Test
    void aNumberHasBounds() throws IOException {
        Values values = values("sizeLimit: 0\n");
        values.number("sizeLimit", null, 1, 10);
        assertThrows(PagesException.class, values::judge);
        assertEquals(7, values("").number("sizeLimit", 7, 1, 10));
    }

    private static String message(PagesException e) {
        return String.valueOf(e.getMessage());
    }

    private Values values(String yaml) throws IOException {
        Files.writeString(project.resolve(PagesYaml.FILE), yaml);
        return new Values(project, PagesYaml.read(project));
    }
}
