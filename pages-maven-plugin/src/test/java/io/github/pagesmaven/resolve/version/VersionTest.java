package io.github.pagesmaven.resolve.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our versions and specifiers against the {@code packaging} library that pip brings. */
class VersionTest {
    private static final List<String> VERSIONS = List.of(
            "0",
            "1",
            "1.0",
            "1.0.0",
            "1.0.1",
            "1.1",
            "1.10",
            "1.9",
            "2.0.dev1",
            "2.0a1",
            "2.0a1.dev3",
            "2.0.alpha2",
            "2.0b1",
            "2.0-rc.1",
            "2.0c2",
            "2.0",
            "2.0.post1",
            "2.0-1",
            "2.0.post1.dev2",
            "2.0rev3",
            "2.0+cpu",
            "2.0+cpu.1",
            "2.0+cpu.abc",
            "2.0+1",
            "2.0+10",
            "v3.0",
            " 3.1 ",
            "1!0.5",
            "1!2.0",
            "3.10.0",
            "3.11.7",
            "3.10",
            "2!1",
            "1.0.0.0.1",
            "3.0preview2");
    private static final List<String> SPECIFIERS = List.of(
            "",
            ">=1",
            ">1",
            "<2",
            "<=2.0",
            "==2.0",
            "==2.0.*",
            "!=2.0.*",
            "!=2.0",
            "~=1.0",
            "~=1.0.0",
            "~=2.0.post1",
            "==2.0+cpu",
            ">=3.8,<4",
            ">=3.8, !=3.10.*",
            "===2.0",
            "==1!2.0",
            ">=1!0",
            "<2.0a2",
            ">2.0.post1",
            ">2.0a1",
            "==1.*",
            "~=3.10",
            "<3",
            ">=2.0.dev1",
            "==3.10.*",
            "==3.1",
            "~=1.0.1",
            "<2.0.post1");
    private static final String ASK =
            """
            import json, sys
            from pip._vendor.packaging.version import Version
            from pip._vendor.packaging.specifiers import SpecifierSet
            versions, specifiers = json.load(sys.stdin)
            parsed = [Version(v) for v in versions]
            print(json.dumps({
                "order": [[(a > b) - (a < b) for b in parsed] for a in parsed],
                "pre": [v.is_prerelease for v in parsed],
                "allowed": [[SpecifierSet(s).contains(v, prereleases=True) for v in parsed] for s in specifiers],
            }))
            """;

    private static JsonNode packaging() throws IOException, InterruptedException {
        Path python = new Interpreters(System.getenv(), Path.of("/"))
                .require(Optional.empty(), PythonVersion.OLDEST)
                .executable();
        String question = new ObjectMapper().writeValueAsString(List.of(VERSIONS, SPECIFIERS));
        Outcome outcome =
                ChildProcess.run(Command.of(python, List.of("-I", "-c", ASK)).fed(question));
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
        return new ObjectMapper().readTree(outcome.text());
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    @Test
    void versionsAndSpecifiersMeanWhatPackagingSays() throws IOException, InterruptedException {
        JsonNode packaging = packaging();
        for (int i = 0; i < VERSIONS.size(); i++) {
            String a = VERSIONS.get(i);
            assertEquals(packaging.get("pre").get(i).asBoolean(), version(a).isPrerelease(), a);
            for (int j = 0; j < VERSIONS.size(); j++) {
                String b = VERSIONS.get(j);
                int order = Integer.signum(version(a).compareTo(version(b)));
                assertEquals(packaging.get("order").get(i).get(j).asInt(), order, a + " to " + b);
            }
            for (int j = 0; j < SPECIFIERS.size(); j++) {
                boolean allowed =
                        Specifiers.parse(SPECIFIERS.get(j)).orElseThrow().allow(version(a));
                assertEquals(
                        packaging.get("allowed").get(j).get(i).asBoolean(), allowed, a + " in " + SPECIFIERS.get(j));
            }
        }
    }

    @Test
    void whatIsNoVersionIsNone() {
        for (String text : List.of("", "x", "1.x", "1..2", "1+", "1.0-", "==1")) {
            assertEquals(Optional.empty(), Version.parse(text), text);
        }
        assertEquals(Optional.empty(), Specifiers.parse("> =x y, 3"));
    }

    @Test
    void equalVersionsAreOneKey() {
        assertEquals(Map.of(version("1.0"), "x"), Map.of(version("1.0.0"), "x"));
    }
}
