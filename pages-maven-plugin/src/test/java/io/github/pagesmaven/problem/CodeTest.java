package io.github.pagesmaven.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void everyCodeHasASectionInTheDocumentation() throws IOException {
        List<String> page = Files.readAllLines(Path.of("../docs/errors.md"));
        List<String> missing = Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> page.stream().noneMatch(line -> line.startsWith("## " + id)))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void noTwoCodesAreTheSame() {
        assertEquals(
                Code.values().length,
                Arrays.stream(Code.values()).map(Code::id).distinct().count());
    }
}
