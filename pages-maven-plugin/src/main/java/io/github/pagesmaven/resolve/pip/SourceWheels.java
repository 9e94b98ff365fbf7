package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.file.ProjectName;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementLine.Form;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.pip.PipAnswer.SourcePin;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.TargetPlatform;
import io.github.pagesmaven.resolve.wheel.WheelHash;
import io.github.pagesmaven.resolve.wheel.WheelName;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds what comes as sources, where the user allows it. What is built here is for this machine, so only pure wheels
 * are used: nothing else is known to run on the target.
 */
public final class SourceWheels {
    private final Optional<RequirementsFile> declared;
    private final TargetPlatform target;
    private final WheelStore store;

    /** Builds what a file declares, for a target, into a store. */
    public SourceWheels(Optional<RequirementsFile> declared, TargetPlatform target, WheelStore store) {
        this.declared = declared;
        this.target = target;
        this.store = store;
    }

    /**
     * A pin for each wheel that was built; they are in the store.
     *
     * @throws PagesException PAGES-011 when a build fails, PAGES-012 when its wheel does not fit the target
     */
    public List<Pin> build(List<SourcePin> sources, Pip pip) {
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.folder("wheels");
            List<String> messages = pip.wheel(file(sources), folder);
            if (!messages.isEmpty()) {
                throw PagesException.failure(problem(Code.UNRESOLVABLE, "a build from sources failed", messages));
            }
            List<Pin> pins = new ArrayList<>();
            for (Path wheel : wheels(folder)) {
                pins.add(pin(wheel));
            }
            return pins;
        } catch (IOException e) {
            throw PagesException.notWritable(Scratch.PLACE, e);
        }
    }

    private GeneratedFile file(List<SourcePin> sources) {
        GeneratedFile file = new GeneratedFile(declared);
        List<RequirementLine> lines = declared.stream()
                .flatMap(found -> found.requirements().stream())
                .filter(line -> line.form() == Form.SOURCE)
                .toList();
        lines.forEach(line -> file.add(line.text(), ""));
        sources.stream()
                .filter(source -> lines.stream().noneMatch(line -> line.name().equals(Optional.of(source.name()))))
                .filter(source -> isTakenFromAnIndex(source.name()))
                .forEach(source -> {
                    file.addOption("--no-binary " + source.name());
                    file.add(source.name() + "==" + source.version(), "");
                });
        return file;
    }

    /** A nameless line is a path: what it is called is known only when it is built. */
    private boolean isTakenFromAnIndex(String name) {
        return declared.stream()
                .flatMap(found -> found.options().stream())
                .filter(option -> option.name().equals("no-binary"))
                .flatMap(option -> Stream.of(option.value().split(",", -1)))
                .anyMatch(value ->
                        value.equals(":all:") || ProjectName.normalize(value).equals(name));
    }

    private static List<Path> wheels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .sorted()
                    .toList();
        }
    }

    private Pin pin(Path wheel) throws IOException {
        String fileName = String.valueOf(wheel.getFileName());
        Optional<WheelName> name = WheelName.parse(fileName);
        if (name.isEmpty() || !target.fits(name.get())) {
            throw PagesException.failure(problem(
                    Code.NO_WHEEL,
                    "what was built from sources is for this machine only, not for " + target,
                    List.of("its wheel is " + fileName)));
        }
        String hash = WheelHash.of(wheel);
        Path kept = store.add(wheel, hash);
        return new Pin(
                ProjectName.normalize(name.get().distribution()),
                name.get().version(),
                fileName,
                "",
                hash,
                Files.size(kept),
                true,
                "",
                false);
    }

    private static Problem problem(Code code, String what, List<String> details) {
        return new Problem(
                code,
                Severity.ERROR,
                "",
                what,
                details,
                "build a wheel for the target elsewhere (cibuildwheel does), and require its path or URL");
    }
}
