package io.github.pagesmaven.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes put into files of the standard library: found, and reported at the place where CPython reports them. */
class MutationTest {
    /** Before 3.10 CPython had another way of reporting mistakes. */
    private static final int OLDEST = 10;

    private static final int MUTANTS = Integer.getInteger("pages.test.mutants", 250);
    private static final long SEED = 4_711;

    @TestFactory
    Stream<DynamicTest> mistakesAreReportedWhereCPythonReportsThem(@TempDir Path folder) {
        List<PythonOracle> oracles = PythonOracle.all().stream()
                .filter(oracle -> oracle.minor() >= OLDEST)
                .toList();
        assumeFalse(oracles.isEmpty(), "no Python found to compare with");
        return oracles.stream().map(oracle -> dynamicTest(oracle.toString(), () -> compare(oracle, folder)));
    }

    private static void compare(PythonOracle oracle, Path folder) throws IOException {
        List<Path> mutants = mutants(oracle, folder);
        List<JsonNode> answers = oracle.judge(mutants);
        assertEquals(mutants.size(), answers.size());
        SourceReader reader = new SourceReader(new Target(oracle.minor()));
        Rates rates = new Rates();
        for (int i = 0; i < mutants.size(); i++) {
            rates.add(Readings.read(reader, Files.readAllBytes(mutants.get(i))), answers.get(i));
        }
        System.out.println(oracle + ": " + rates);
        assertEquals(0, rates.falselyRefused);
        assertTrue(rates.falselyAccepted <= 0.01 * rates.invalid, rates::toString);
        assertTrue(rates.sameLine >= 0.95 * rates.invalid, rates::toString);
        assertTrue(rates.sameColumn >= 0.80 * rates.invalid, rates::toString);
    }

    private static List<Path> mutants(PythonOracle oracle, Path folder) throws IOException {
        List<Path> files = new ArrayList<>(oracle.files());
        files.removeIf(file -> file.toString().contains("test"));
        Collections.shuffle(files, new Random(SEED));
        Mutations mutations = new Mutations(SEED);
        List<Path> mutants = new ArrayList<>();
        for (int i = 0; mutants.size() < MUTANTS && i < 100 * MUTANTS; i++) {
            Path file = files.get(i % files.size());
            String text = Files.size(file) < 8_000 ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            Path mutant = folder.resolve(oracle.minor() + "-" + i + ".py");
            Optional<String> mutated = text.isEmpty() ? Optional.empty() : mutations.mutate(text);
            if (mutated.isPresent()) {
                Files.writeString(mutant, mutated.get(), StandardCharsets.ISO_8859_1);
                mutants.add(mutant);
            }
        }
        return mutants;
    }

    /** How often reader and interpreter agree. */
    private static final class Rates {
        private int invalid;
        private int falselyAccepted;
        private int falselyRefused;
        private int sameLine;
        private int sameColumn;

        void add(Source source, JsonNode answer) {
            if (!answer.has("error")) {
                falselyRefused += source.error().isPresent() ? 1 : 0;
                return;
            }
            invalid++;
            if (source.error().isEmpty()) {
                falselyAccepted++;
                return;
            }
            SyntaxProblem problem = source.error().get();
            boolean line = problem.line() == answer.get("error").get(0).asInt();
            boolean column =
                    problem.column() == Math.max(1, answer.get("error").get(1).asInt());
            sameLine += line ? 1 : 0;
            sameColumn += line && column ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d invalid mutants, %d falsely accepted, %d falsely refused, line equal %.3f, column equal %.3f",
                    invalid,
                    falselyAccepted,
                    falselyRefused,
                    (double) sameLine / invalid,
                    (double) sameColumn / invalid);
        }
    }
}
