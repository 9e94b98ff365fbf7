package io.github.pagesmaven.requirement.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The table of requirement files, asked of our reader and of pip's own parser. */
class RequirementsFileTest {
    private static final String ASK_PIP =
            """
            import json, os, sys
            from pip._internal.network.session import PipSession
            from pip._internal.req.req_file import parse_requirements
            from pip._internal.req.constructors import install_req_from_editable, install_req_from_line
            from pip._vendor.packaging.utils import canonicalize_name
            answers = []
            for folder, variables in json.load(sys.stdin):
                os.environ.update(variables)
                os.chdir(folder)
                lines = []
                for parsed in parse_requirements("requirements.txt", session=PipSession()):
                    name = None
                    try:
                        make = install_req_from_editable if parsed.is_editable else install_req_from_line
                        name = make(parsed.requirement).name
                    except Exception:
                        pass
                    lines.append([parsed.requirement.strip(), bool(parsed.constraint),
                                  bool((parsed.options or {}).get("hashes")), name and canonicalize_name(name)])
                answers.append(lines)
            print(json.dumps(answers))
            """;

    record Case(
            String name,
            Map<String, String> files,
            Map<String, String> environment,
            boolean latin1,
            List<String> declares,
            List<String> options,
            @JsonProperty("pip-names") List<String> pipNames) {
        Case {
            environment = environment == null ? Map.of() : environment;
            options = options == null ? List.of() : options;
            pipNames = pipNames == null ? List.of() : pipNames;
        }

        Path write(Path folder) throws IOException {
            Charset charset = latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                Files.writeString(path, file.getValue(), charset);
            }
            return folder;
        }

        RequirementsFile read(Path folder) {
            return RequirementsFileReader.read(folder.resolve("requirements.txt"), folder, environment);
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(RequirementsFileTest.class.getResourceAsStream("/cases/requirements.yaml"))) {
            return new ObjectMapper(new YAMLFactory()).readValue(stream, new TypeReference<List<Case>>() {});
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFileDeclaresWhatTheTableSays(@TempDir Path folder) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case example : cases()) {
            Path place = Files.createDirectories(folder.resolve(String.valueOf(tests.size())));
            tests.add(DynamicTest.dynamicTest(example.name(), () -> {
                RequirementsFile file = example.read(example.write(place));
                assertEquals(example.declares(), declared(file));
                assertEquals(example.options(), options(file));
                assertEquals(List.of(), file.problems());
            }));
        }
        return tests.stream();
    }

    private static List<String> declared(RequirementsFile file) {
        return file.lines().stream()
                .map(line -> line.name().orElse("-") + " " + line.form() + (line.constraint() ? " c" : "")
                        + (line.hashed() ? " h" : ""))
                .toList();
    }

    private static List<String> options(RequirementsFile file) {
        return file.options().stream()
                .map(option -> (option.name() + " " + option.written()).strip())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> pipReadsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        List<Case> cases = cases();
        List<Object> questions = new ArrayList<>();
        for (Case example : cases) {
            Path place = Files.createDirectories(folder.resolve(String.valueOf(questions.size())));
            questions.add(List.of(example.write(place).toString(), example.environment()));
        }
        JsonNode answers = askPip(new ObjectMapper().writeValueAsString(questions));
        List<DynamicTest> tests = new ArrayList<>();
        for (Case example : cases) {
            int index = tests.size();
            tests.add(DynamicTest.dynamicTest(
                    example.name(),
                    () -> compare(example, example.read(folder.resolve(String.valueOf(index))), answers.get(index))));
        }
        return tests.stream();
    }

    private static void compare(Case example, RequirementsFile ours, JsonNode pips) {
        List<String> seen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        pips.forEach(line -> {
            seen.add(line.get(0).asText() + " " + line.get(1) + " " + line.get(2));
            if (!line.get(3).isNull()) {
                names.add(line.get(3).asText());
            }
        });
        List<String> read = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (RequirementLine line : ours.lines()) {
            ParsedLine parsed = ParsedLine.of(line.text());
            String text =
                    parsed.requirement().isEmpty() ? parsed.first("editable").orElse("") : parsed.requirement();
            read.add(text + " " + line.constraint() + " " + line.hashed());
            line.name().ifPresent(known::add);
        }
        assertEquals(seen, read);
        if (example.pipNames().isEmpty()) {
            assertEquals(names, known);
        } else {
            // pip cannot name what it would have to open first.
            assertEquals(
                    example.pipNames(), names.stream().filter(known::contains).toList());
        }
    }

    private static JsonNode askPip(String questions) throws IOException, InterruptedException {
        Path python = new Interpreters(System.getenv(), Path.of("/"))
                .require(Optional.empty(), PythonVersion.OLDEST)
                .executable();
        Outcome outcome = ChildProcess.run(
                Command.of(python, List.of("-I", "-X", "utf8", "-c", ASK_PIP)).fed(questions));
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
        return new ObjectMapper().readTree(outcome.text());
    }

    @Test
    void aFileThatIncludesItselfIsReadOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "-r requirements.txt\nflask\n");
        RequirementsFile file = RequirementsFileReader.find(folder.resolve("none"), folder, Map.of())
                .orElseThrow();
        assertEquals(List.of("flask NAMED"), declared(file));
    }

    @Test
    void aNestedFileThatIsMissingIsNamedWithTheLineThatNamesIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "flask\n-r nowhere.txt\n");
        RequirementsFile file = RequirementsFileReader.read(folder.resolve("requirements.txt"), folder, Map.of());
        assertEquals(
                "PAGES-011 requirements.txt:2  cannot read nowhere.txt",
                file.problems().get(0).lines().get(0));
    }

    @Test
    void theFileInTheFunctionsDirectoryWins(@TempDir Path folder) throws IOException {
        Path functions = Files.createDirectories(folder.resolve("cloud-functions"));
        Files.writeString(folder.resolve("requirements.txt"), "django\n");
        Files.writeString(functions.resolve("requirements.txt"), "flask\n");
        RequirementsFile file =
                RequirementsFileReader.find(functions, folder, Map.of()).orElseThrow();
        assertEquals("cloud-functions/requirements.txt:1", file.lines().get(0).place());
        assertEquals(List.of("flask NAMED"), declared(file));
    }

    @Test
    void aFileFromAUrlIsLeftToPip(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), "-r https://example.org/r.txt\n");
        RequirementsFile file = RequirementsFileReader.read(folder.resolve("requirements.txt"), folder, Map.of());
        assertTrue(file.remote());
        assertFalse(file.isEmpty());
    }

    @Test
    void aVariableIsShownAsWritten(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("requirements.txt"), "--index-url https://u:${TOKEN}@example.org/simple\nflask\n");
        RequirementsFile file =
                RequirementsFileReader.read(folder.resolve("requirements.txt"), folder, Map.of("TOKEN", "secret"));
        assertEquals(
                "https://u:${TOKEN}@example.org/simple", file.options().get(0).written());
        assertEquals(
                "https://u:secret@example.org/simple", file.options().get(0).value());
    }

    @Test
    void randomBytesAreReadWithoutHarm(@TempDir Path folder) throws IOException {
        java.util.Random random = new java.util.Random(7);
        String pieces = "ab-_.=<>!~;@#\\\"' \t\n\r\f[](){}${A}/:,*é\u2028-r-c--hash";
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            Files.writeString(folder.resolve("requirements.txt"), text);
            RequirementsFileReader.read(folder.resolve("requirements.txt"), folder, Map.of("A", "x"));
        }
    }
}
