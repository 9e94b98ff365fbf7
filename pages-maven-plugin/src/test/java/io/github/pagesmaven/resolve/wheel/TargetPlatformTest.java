package io.github.pagesmaven.resolve.wheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pagesmaven.process.ChildProcess;
import io.github.pagesmaven.process.Command;
import io.github.pagesmaven.process.Outcome;
import io.github.pagesmaven.python.Interpreters;
import io.github.pagesmaven.python.PythonVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Our tags against those that pip computes for the same options. */
class TargetPlatformTest {
    private static final List<TargetPlatform> TARGETS = List.of(
            new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 17),
            new TargetPlatform(new PythonVersion(3, 10, 0), "x86_64", 34),
            new TargetPlatform(new PythonVersion(3, 8, 18), "x86_64", 12),
            new TargetPlatform(new PythonVersion(3, 13, 0), "aarch64", 28));
    private static final List<String> PYTHONS = List.of(
            "cp27", "cp34", "cp38", "cp39", "cp310", "cp311", "cp313", "cp314", "py2", "py3", "py38", "py310", "py311",
            "pp310", "py313", "cp3", "py30");
    private static final List<String> ABIS =
            List.of("cp38", "cp310", "cp310d", "cp311", "cp313", "cp313t", "abi3", "none", "pypy310_pp73");
    private static final List<String> PLATFORMS = List.of(
            "any",
            "linux_x86_64",
            "manylinux1_x86_64",
            "manylinux2010_x86_64",
            "manylinux2014_x86_64",
            "manylinux2014_aarch64",
            "manylinux_2_5_x86_64",
            "manylinux_2_12_x86_64",
            "manylinux_2_17_x86_64",
            "manylinux_2_17_aarch64",
            "manylinux_2_28_x86_64",
            "manylinux_2_28_aarch64",
            "manylinux_2_34_x86_64",
            "manylinux_2_35_x86_64",
            "musllinux_1_2_x86_64",
            "macosx_11_0_arm64",
            "win_amd64",
            "manylinux_2_17_i686");
    private static final String ASK =
            """
            import json, sys
            from pip._internal.models.target_python import TargetPython
            from pip._internal.cli.cmdoptions import make_target_python
            from optparse import Values
            answers = []
            for version, platforms in json.load(sys.stdin):
                target = make_target_python(Values({"platforms": platforms, "python_version": version,
                                                    "abis": None, "implementation": "cp"}))
                tags = target.get_sorted_tags() if hasattr(target, "get_sorted_tags") else target.get_tags()
                answers.append(sorted(str(tag) for tag in tags))
            print(json.dumps(answers))
            """;

    @Test
    void whatFitsIsWhatPipTakes() throws IOException, InterruptedException {
        List<Object> questions = new ArrayList<>();
        for (TargetPlatform target : TARGETS) {
            PythonVersion python = target.python();
            questions.add(List.of(List.of(python.major(), python.minor(), python.micro()), target.pipPlatforms()));
        }
        List<List<String>> answers = askPip(questions);
        for (int i = 0; i < TARGETS.size(); i++) {
            Set<String> pips = new TreeSet<>(answers.get(i));
            for (WheelName wheel : wheels()) {
                boolean fits = wheel.tags().stream().anyMatch(tag -> pips.contains(tag.toString()));
                assertEquals(fits, TARGETS.get(i).fits(wheel), TARGETS.get(i) + " " + wheel.tags());
            }
        }
    }

    private static List<WheelName> wheels() {
        List<WheelName> wheels = new ArrayList<>();
        for (String python : PYTHONS) {
            for (String abi : ABIS) {
                for (String platform : PLATFORMS) {
                    wheels.add(WheelName.parse("x-1.0-" + python + "-" + abi + "-" + platform + ".whl")
                            .orElseThrow());
                }
            }
        }
        return wheels;
    }

    private static List<List<String>> askPip(Object questions) throws IOException, InterruptedException {
        Path python = new Interpreters(System.getenv(), Path.of("/"))
                .require(Optional.empty(), PythonVersion.OLDEST)
                .executable();
        Outcome outcome = ChildProcess.run(
                Command.of(python, List.of("-I", "-c", ASK)).fed(new ObjectMapper().writeValueAsString(questions)));
        assertTrue(outcome.succeeded(), () -> String.join("\n", outcome.errors()));
        return new ObjectMapper()
                .readValue(outcome.text(), new com.fasterxml.jackson.core.type.TypeReference<List<List<String>>>() {});
    }

    @Test
    void compressedTagsAreAllTried() {
        WheelName wheel = WheelName.parse("Shop_x-1.0-1-cp38.cp310-abi3-manylinux2014_x86_64.win_amd64.whl")
                .orElseThrow();
        assertEquals(4, wheel.tags().size());
        assertEquals("Shop_x", wheel.distribution());
        assertEquals("1.0", wheel.version());
        assertTrue(TARGETS.get(0).fits(wheel));
    }

    @Test
    void otherFileNamesAreNoWheels() {
        for (String name : List.of("x.whl", "x-1.0.tar.gz", "a/x-1.0-py3-none-any.whl", "x-1.0-py3-none.whl", "")) {
            assertEquals(Optional.empty(), WheelName.parse(name), name);
        }
    }

    @Test
    void aNewerGlibcIsNamed() {
        WheelName wheel = WheelName.parse("x-1.0-cp310-cp310-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl")
                .orElseThrow();
        assertFalse(TARGETS.get(0).fits(wheel));
        assertEquals(Optional.of(24), TARGETS.get(0).glibcNeeded(wheel));
        assertEquals(Optional.empty(), TARGETS.get(1).glibcNeeded(wheel));
    }

    @Test
    void onAnotherSystemPipAloneKnowsThePlatforms() {
        TargetPlatform mac = new TargetPlatform(new PythonVersion(3, 12, 1), "arm64", 0, "darwin");
        assertEquals(List.of(), mac.pipPlatforms());
        assertEquals(Map.of(), mac.markers());
        assertTrue(mac.fits(
                WheelName.parse("x-1.0-cp312-cp312-macosx_11_0_arm64.whl").orElseThrow()));
        assertFalse(mac.fits(
                WheelName.parse("x-1.0-cp311-cp311-macosx_11_0_arm64.whl").orElseThrow()));
    }

    @Test
    void markersHaveTheElevenNamesOfPep508() {
        Map<String, String> markers = TARGETS.get(3).markers();
        assertEquals(11, markers.size());
        assertEquals("3.13", markers.get("python_version"));
        assertEquals("aarch64", markers.get("platform_machine"));
    }
}
