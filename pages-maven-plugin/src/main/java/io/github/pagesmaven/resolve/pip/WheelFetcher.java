package io.github.pagesmaven.resolve.pip;

import io.github.pagesmaven.problem.Code;
import io.github.pagesmaven.problem.PagesException;
import io.github.pagesmaven.problem.Problem;
import io.github.pagesmaven.problem.Severity;
import io.github.pagesmaven.requirement.file.OptionLine;
import io.github.pagesmaven.requirement.file.RequirementLine;
import io.github.pagesmaven.requirement.file.RequirementsFile;
import io.github.pagesmaven.resolve.wheel.Distribution;
import io.github.pagesmaven.resolve.wheel.Pin;
import io.github.pagesmaven.resolve.wheel.WheelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Brings the wheels of a resolution into the wheel store; what is there already is not fetched again. */
public final class WheelFetcher {
    private static final Set<String> WHERE_TO_LOOK =
            Set.of("index-url", "extra-index-url", "find-links", "no-index", "trusted-host");

    private final WheelStore store;
    private final Optional<RequirementsFile> declared;

    /**
     * Fetches into a store.
     *
     * @param store where the wheels go
     * @param declared whose indexes and direct URLs are used
     */
    public WheelFetcher(WheelStore store, Optional<RequirementsFile> declared) {
        this.store = store;
        this.declared = declared;
    }

    /**
     * The wheels of these pins, each with the hash that its pin says.
     *
     * @param pip is asked for only when something is missing
     */
    public List<Distribution> fetch(List<Pin> pins, Supplier<Pip> pip) {
        Map<Pin, Path> found = new LinkedHashMap<>();
        List<Pin> missing = new ArrayList<>();
        for (Pin pin : pins) {
            store.find(pin.sha256()).ifPresentOrElse(wheel -> found.put(pin, wheel), () -> missing.add(pin));
        }
        if (!missing.isEmpty()) {
            download(missing, pip.get(), found);
        }
        return pins.stream().map(pin -> distribution(pin, found)).toList();
    }

    private void download(List<Pin> missing, Pip pip, Map<Pin, Path> found) {
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.folder("wheels");
            Lines byAddress = new Lines();
            missing.forEach(pin -> byAddress.add(address(pin), pin));
            List<String> messages = pip.download(byAddress.lines, byAddress.variables, folder);
            if (!messages.isEmpty()) {
                // The address of a lock may be gone or another machine's: the indexes may have the same bytes.
                Lines byName = new Lines();
                missing.forEach(
                        pin -> byName.add(pin.direct() ? address(pin) : pin.name() + "==" + pin.version(), pin));
                messages = pip.download(byName.lines, byName.variables, folder);
            }
            if (!messages.isEmpty()) {
                throw PagesException.failure(notFetched(missing, messages));
            }
            for (Pin pin : missing) {
                found.put(pin, store.add(folder.resolve(pin.fileName()), pin.sha256()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the user wrote it where the user named an address: pip's report has lost its password. */
    private String address(Pin pin) {
        Optional<String> written = declared.stream()
                .flatMap(file -> file.requirements().stream())
                .filter(line -> pin.direct() && line.name().equals(Optional.of(pin.name())))
                .filter(line -> line.form() == RequirementLine.Form.WHEEL)
                .map(line -> line.text().replaceFirst("\\s+--hash.*$", ""))
                .findFirst();
        return written.orElse(pin.name() + " @ " + pin.url());
    }

    private static Distribution distribution(Pin pin, Map<Pin, Path> found) {
        Path wheel = found.get(pin);
        if (wheel == null) {
            throw new IllegalStateException(pin.label());
        }
        try {
            return new Distribution(pin.withSize(Files.size(wheel)), wheel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem notFetched(List<Pin> missing, List<String> messages) {
        List<String> details = new ArrayList<>(messages);
        details.add("wanted: "
                + String.join(", ", missing.stream().map(Pin::fileName).toList()));
        return new Problem(
                Code.UNRESOLVABLE,
                Severity.ERROR,
                "",
                "wheels that were resolved cannot be fetched",
                details,
                "check that the index is reached and still has these files; pages:lock resolves anew");
    }

    /** A requirements file that holds no secret: what the user's options say is handed over in the environment. */
    private final class Lines {
        final List<String> lines = new ArrayList<>();
        final Map<String, String> variables = new LinkedHashMap<>();

        Lines() {
            declared.stream()
                    .flatMap(file -> file.options().stream())
                    .filter(option -> WHERE_TO_LOOK.contains(option.name()))
                    .forEach(this::add);
        }

        private void add(OptionLine option) {
            String value = option.value();
            lines.add("--" + option.name() + (value.isEmpty() ? "" : " \"" + variable(value) + "\""));
        }

        void add(String requirement, Pin pin) {
            lines.add(variable(requirement) + " --hash=sha256:" + pin.sha256());
        }

        private String variable(String value) {
            String name = "PAGES_PIP_" + variables.size();
            variables.put(name, value);
            return "${" + name + "}";
        }
    }
}
